UNIT = "°"
offset: float = 0.25
