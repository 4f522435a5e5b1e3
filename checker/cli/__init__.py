"""The command line: options in, exit code out. Whatever goes wrong is told in a sentence."""
