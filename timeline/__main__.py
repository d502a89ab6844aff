"""The command by the name of the package, for where the ``timeline`` script is not on the path.

$ python -m timeline --version
"""

from timeline.cli import main

if __name__ == "__main__":
    main()
