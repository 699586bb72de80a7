"""Waste: Python's search for objects that only hold each other, kept away from what lives as long as the note.

A search through a note of ten thousand excerpts takes a tenth of a second, finds nothing, and comes when it likes. So
what a note is made of is left out of it for as long as the note is open.
"""

import gc


def leave_out() -> None:
    """Leave everything there is now out of every search from now on."""
    gc.freeze()
    gc.enable()


def clear() -> None:
    """Search through everything once: something large has been closed."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
