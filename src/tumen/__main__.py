"""Run the command line with `python -m tumen`."""

from tumen.cli.main import main

main()
