"""What commands say: text or one JSON object on standard output."""

import json
import sys


def write_json(value: object) -> None:
    """Write one JSON object, UTF-8, ended by a line feed."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")
