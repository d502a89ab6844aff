"""The commands, by what a user wants: to read pages in, to see, to give on, to check; ``timeline.cli`` puts them together."""
