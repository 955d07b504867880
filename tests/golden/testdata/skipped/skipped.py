"""What has no Go counterpart yet does not keep the rest from having one."""


class Point:
    def norm(self) -> float: ...


async def fetch(url: str) -> bytes: ...


def _private() -> None: ...


def stays(url: str) -> bytes: ...
