"""Nothing is in here."""
