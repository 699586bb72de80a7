"""The one error family: every error is a sentence a person can act on."""


class BriefingError(Exception):
    """Work that could not be done; its text is one plain sentence for the analyst."""


class WrongUse(BriefingError):
    """The request itself is wrong (an unknown section, a bad option); exit status 2 on the command line."""


class QuoteNotFound(BriefingError):
    """A quotation that does not stand in the source; the sentence names the nearest passage."""


class FileChanged(BriefingError):
    """The file on disk is not the one that was read; nothing was written."""
