"""The rooms of the project and the arrows between them, and checkers that hold them.

`rooms` is the one place that says what is allowed.
"""
