"""名前は何でもいい。"""


def 検出(データ: list[float], 閾値: float = 2.0) -> list[int]:
    """外れ値の添字を返す。

    Args:
        データ: 値。
        閾値: 標準偏差の倍数。
    """


def größe(maß: float, ß: int) -> float: ...


def élan_vital(été: int = 1) -> None: ...


def मान(संख्या: int) -> int: ...


def αβγ_δ(ω: float) -> float: ...


def İstanbul(ı: int) -> None: ...
