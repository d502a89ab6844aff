"""The pages' markup, style and script, as package data."""
