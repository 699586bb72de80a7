"""Briefing: from an article to a note in which every claim can be traced to its passage.

The rooms of the house, from the outside in; imports point only inward:

- `__main__`: reads the arguments and hands the desk to a face
- `ui`: the window; the only room that knows Qt
- `cli`: the command line, the second face
- `app`: what the program does, without a face
- `io`: the world: files, articles and formats
- `domain`: frozen values and pure functions
"""

__version__ = "0.1.0"
