"""Places: the folders that belong to the user, where the system wants them."""

from pathlib import Path

NAME = "briefing"


def config_folder(*parts: str) -> Path:
    """Where the user's templates and settings are; it need not be there."""
    from platformdirs import user_config_path  # noqa: PLC0415  # most commands need no folder

    return user_config_path(NAME, appauthor=False).joinpath(*parts)


def state_folder(*parts: str) -> Path:
    """Where recovery copies and logs are; it need not be there."""
    from platformdirs import user_state_path  # noqa: PLC0415  # most commands need no folder

    return user_state_path(NAME, appauthor=False).joinpath(*parts)
