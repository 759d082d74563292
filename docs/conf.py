"""The manual. Its reference is made by generate.py from the code and the data that ship."""

from kordon.register.configuration import configure

configure()  # Django's models can only be imported when it has settings

project = "Kordon"
author = "The Kordon authors"
copyright = "2026, The Kordon authors"  # the name that Sphinx asks for
extensions = ["myst_parser", "sphinx.ext.autodoc"]
html_theme = "furo"
html_title = "Kordon"
html_show_sphinx = False
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
autodoc_member_order = "bysource"
autodoc_typehints = "description"
nitpicky = False
suppress_warnings = ["ref.python"]
