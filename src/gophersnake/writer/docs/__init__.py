"""Docstrings to Go's doc comments.

For maintainers: `sections` takes a docstring apart, `markup` makes blocks of its text, `compose`
puts the blocks of one comment together, and `comment` prints them as gofmt would.
"""

from gophersnake.writer.docs.compose import (
    case_doc,
    field_doc,
    function_doc,
    literal_doc,
    member_doc,
    options_doc,
    package_doc,
    sentence_doc,
    type_doc,
    union_doc,
    with_options_doc,
)
from gophersnake.writer.docs.fields import (
    attribute_of,
    with_attributes_documented,
    with_fields_documented,
)

__all__ = [
    "attribute_of",
    "case_doc",
    "field_doc",
    "function_doc",
    "literal_doc",
    "member_doc",
    "options_doc",
    "package_doc",
    "sentence_doc",
    "type_doc",
    "union_doc",
    "with_attributes_documented",
    "with_fields_documented",
    "with_options_doc",
]
