"""A user's project: its Python modules, their Go packages, and the Go runtime it carries."""
