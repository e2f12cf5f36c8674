"""YAML and JSON as text with places: values stay as written, and line and column are known."""

from vanban.located.from_json import load_json
from vanban.located.from_yaml import load_yaml
from vanban.located.keys import unknown_key
from vanban.located.places import Located, Path, Places, dotted

__all__ = ["Located", "Path", "Places", "dotted", "load_json", "load_yaml", "unknown_key"]
