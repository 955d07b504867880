"""Any typed Python function becomes a typed Go function.

This file stays empty of imports: a Go program's interpreter imports it at every start.
"""

__version__ = "0.1.0"
