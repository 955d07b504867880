from __future__ import annotations

import pytest

from gophersnake.writer.words import exported, is_canonical, unexported


@pytest.mark.parametrize(
    ("name", "outside", "inside"),
    [
        ("detect", "Detect", "detect"),
        ("gen_testdata", "GenTestdata", "genTestdata"),
        ("user_id", "UserID", "userID"),
        ("id", "ID", "id"),
        ("id_list", "IDList", "idList"),
        ("http_url", "HTTPURL", "httpURL"),
        ("user_ids", "UserIDs", "userIDs"),
        ("urls", "URLs", "urls"),
        ("dns", "DNS", "dns"),
        ("https_only", "HTTPSOnly", "httpsOnly"),
        ("utf8_text", "UTF8Text", "utf8Text"),
        ("http2_server", "HTTP2Server", "http2Server"),
        ("sha256sum", "Sha256sum", "sha256sum"),
        ("x1", "X1", "x1"),
        ("fooBar", "FooBar", "fooBar"),
        ("FooBar", "FooBar", "fooBar"),
        ("userId", "UserID", "userID"),
        ("userIDs", "UserIDs", "userIDs"),
        ("IDsOf", "IDsOf", "idsOf"),
        ("parseHTTPResponse", "ParseHTTPResponse", "parseHTTPResponse"),
        ("HTTPServer", "HTTPServer", "httpServer"),
        ("MAX_VALUE", "MaxValue", "maxValue"),
        ("FFT", "FFT", "fft"),
        ("N", "N", "n"),
        ("X_train", "XTrain", "xTrain"),
    ],
)
def test_name_has_the_form_a_go_programmer_gives_it(name: str, outside: str, inside: str) -> None:
    assert (exported(name), unexported(name)) == (outside, inside)


@pytest.mark.parametrize(
    ("name", "outside", "inside"),
    [
        ("lambda_", "Lambda", "lambda"),
        ("_private", "Private", "private"),
        ("a__b", "AB", "aB"),
        ("_", "X", "x"),
        ("__", "X", "x"),
        ("_1", "X1", "x1"),
        ("_1st", "X1st", "x1st"),
    ],
)
def test_underscores_and_digits_at_the_ends(name: str, outside: str, inside: str) -> None:
    assert (exported(name), unexported(name)) == (outside, inside)


@pytest.mark.parametrize(
    ("name", "outside", "inside"),
    [
        ("検出", "X検出", "検出"),
        ("größe", "Größe", "größe"),
        ("ß", "SS", "ß"),
        ("été", "Été", "été"),
        ("αβγ_δ", "ΑβγΔ", "αβγΔ"),
        ("मान", "Xमन", "मन"),
        ("İstanbul", "İstanbul", "istanbul"),
        ("ნომერი", "Ნომერი", "ნომერი"),
        ("ŉame", "X\u02bcName", "ŉame"),
        ("a‿b", "AB", "aB"),
    ],
)
def test_letters_of_other_scripts(name: str, outside: str, inside: str) -> None:
    assert (exported(name), unexported(name)) == (outside, inside)


@pytest.mark.parametrize("name", ["detect", "foo_bar", "x1", "größe"])
def test_plain_snake_case_is_canonical(name: str) -> None:
    assert is_canonical(name)


@pytest.mark.parametrize("name", ["fooBar", "FOO", "foo_", "_foo", "foo__bar"])
def test_anything_else_is_not_canonical(name: str) -> None:
    assert not is_canonical(name)
