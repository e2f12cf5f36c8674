"""Content templates: find one, describe its data, fill it with data → document."""

from vanban.fill.fields import Field
from vanban.fill.filling import fill
from vanban.fill.reading import read, read_data
from vanban.fill.schema import template_schema
from vanban.fill.starter import starter
from vanban.fill.template import Template, TemplateInfo, load_template, templates

__all__ = [
    "Field",
    "Template",
    "TemplateInfo",
    "fill",
    "load_template",
    "read",
    "read_data",
    "starter",
    "template_schema",
    "templates",
]
