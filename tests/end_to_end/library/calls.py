"""Calls into the standard library, each as Python and as Go.

Nothing says here what they return: Python itself does, when the test runs. Functions that one
Python has and another has not, or that differ in their signatures, are not here: a generated
package goes with the Pythons whose signatures are those it was made of.
"""

from __future__ import annotations

ALIASES = {"email.utils": "utils", "encodings.idna": "idna", "urllib.parse": "parse"}
"""What Go calls the package of a module, where that is not the module's name."""

CALLS: dict[str, tuple[tuple[str, str], ...]] = {
    "base64": (
        (r"base64.b64encode(b'\xff\xfe??')", r'base64.B64encode(ctx, []byte("\xff\xfe??"))'),
        (
            r"base64.b64encode(b'\xff\xfe??', b'-_')",
            (
                r'base64.B64encode(ctx, []byte("\xff\xfe??"), '
                r'base64.B64encodeOptions{Altchars: []byte("-_")})'
            ),
        ),
        ("base64.b64decode('AAECAw==')", 'base64.B64decode(ctx, base64.StrCase("AAECAw=="))'),
        (
            "base64.b64decode(b'AAECAw==')",
            'base64.B64decode(ctx, base64.BufferCase("AAECAw=="))',
        ),
        ("base64.b64decode('A')", 'base64.B64decode(ctx, base64.StrCase("A"))'),
        ("base64.b32encode(b'gopher')", 'base64.B32encode(ctx, []byte("gopher"))'),
        ("base64.b16encode(b'gopher')", 'base64.B16encode(ctx, []byte("gopher"))'),
        ("base64.b85encode(b'gopher')", 'base64.B85encode(ctx, []byte("gopher"))'),
        ("base64.a85encode(b'gopher')", 'base64.A85encode(ctx, []byte("gopher"))'),
    ),
    "binascii": (
        ("binascii.crc32(b'gopher')", 'binascii.Crc32(ctx, []byte("gopher"))'),
        ("binascii.crc_hqx(b'gopher', 7)", 'binascii.CrcHqx(ctx, []byte("gopher"), 7)'),
        ("binascii.unhexlify('676f')", 'binascii.Unhexlify(ctx, binascii.StrCase("676f"))'),
        ("binascii.unhexlify('6')", 'binascii.Unhexlify(ctx, binascii.StrCase("6"))'),
        (
            "binascii.b2a_base64(b'gopher', newline=False)",
            (
                'binascii.B2aBase64(ctx, []byte("gopher"), '
                "binascii.B2aBase64Options{Newline: python.Some(false)})"
            ),
        ),
    ),
    "bz2": (
        (
            "bz2.decompress(bz2.compress(b'gopher' * 100))",
            (
                'then(bz2.Compress(ctx, bytes.Repeat([]byte("gopher"), 100)))'
                "(func(b []byte) (any, error) { return bz2.Decompress(ctx, b) })"
            ),
        ),
        ("bz2.decompress(b'no bz2')", 'bz2.Decompress(ctx, []byte("no bz2"))'),
    ),
    "calendar": (
        ("calendar.isleap(2000)", "calendar.Isleap(ctx, 2000)"),
        ("calendar.leapdays(1900, 2024)", "calendar.Leapdays(ctx, 1900, 2024)"),
        ("calendar.monthcalendar(2024, 2)", "calendar.Monthcalendar(ctx, 2024, 2)"),
        (
            "calendar.Calendar(6).itermonthdays(2024, 2)",
            (
                "then(calendar.NewCalendar(ctx, "
                "calendar.CalendarOptions{Firstweekday: python.Some(6)}))"
                "(func(c *calendar.Calendar) (any, error) { return c.Itermonthdays(ctx, 2024, 2) })"
            ),
        ),
    ),
    "cmath": (
        ("cmath.sqrt(-1)", "cmath.Sqrt(ctx, -1)"),
        ("cmath.exp(1+2j)", "cmath.Exp(ctx, 1+2i)"),
        ("cmath.polar(1+2j)", "cmath.Polar(ctx, 1+2i)"),
        ("cmath.rect(2.0, 1.0)", "cmath.Rect(ctx, 2, 1)"),
        ("cmath.log(0)", "cmath.Log(ctx, 0)"),
    ),
    "colorsys": (
        ("colorsys.rgb_to_hsv(0.2, 0.4, 0.4)", "colorsys.RgbToHsv(ctx, 0.2, 0.4, 0.4)"),
        ("colorsys.hls_to_rgb(0.5, 0.3, 0.9)", "colorsys.HlsToRgb(ctx, 0.5, 0.3, 0.9)"),
        ("colorsys.rgb_to_yiq(0.2, 0.4, 0.6)", "colorsys.RgbToYiq(ctx, 0.2, 0.4, 0.6)"),
    ),
    "difflib": (
        (
            "difflib.ndiff(['a', 'b'], ['a', 'c'])",
            'difflib.Ndiff(ctx, []string{"a", "b"}, []string{"a", "c"})',
        ),
        (
            "difflib.unified_diff(['a', 'b'], ['a', 'c'], 'x', 'y')",
            (
                'difflib.UnifiedDiff(ctx, []string{"a", "b"}, []string{"a", "c"}, '
                'difflib.UnifiedDiffOptions{Fromfile: python.Some("x"), Tofile: python.Some("y")})'
            ),
        ),
        ("difflib.IS_LINE_JUNK('  # ')", 'difflib.IsLineJunk(ctx, "  # ")'),
    ),
    "email.utils": (
        ("email.utils.encode_rfc2231('a b')", 'utils.EncodeRfc2231(ctx, "a b")'),
        ("email.utils.unquote('\"a b\"')", 'utils.Unquote(ctx, `"a b"`)'),
        (
            "email.utils.parsedate_to_datetime('Tue, 02 Jan 2024 03:04:05 +0100')",
            'utils.ParsedateToDatetime(ctx, "Tue, 02 Jan 2024 03:04:05 +0100")',
        ),
    ),
    "encodings.idna": (
        ("encodings.idna.nameprep('BÜcher')", 'idna.Nameprep(ctx, "BÜcher")'),
        ("encodings.idna.ToASCII('bücher')", 'idna.ToASCII(ctx, "bücher")'),
        (
            "encodings.idna.ToUnicode('xn--bcher-kva')",
            'idna.ToUnicode(ctx, idna.StrCase("xn--bcher-kva"))',
        ),
    ),
    "fnmatch": (("fnmatch.translate('*.py[co]')", 'fnmatch.Translate(ctx, "*.py[co]")'),),
    "hmac": (
        (
            "hmac.compare_digest(b'same', b'same')",
            'hmac.CompareDigest(ctx, []byte("same"), []byte("same"))',
        ),
    ),
    "html": (
        ("html.escape('<a href=\"ü\">')", 'html.Escape(ctx, `<a href="ü">`)'),
        (
            "html.escape('\"', quote=False)",
            'html.Escape(ctx, `"`, html.EscapeOptions{Quote: python.Some(false)})',
        ),
        ("html.unescape('&lt;&eacute;&#128512;')", 'html.Unescape(ctx, "&lt;&eacute;&#128512;")'),
    ),
    "keyword": (
        ("keyword.iskeyword('lambda')", 'keyword.Iskeyword(ctx, "lambda")'),
        ("keyword.kwlist", "keyword.Kwlist(ctx)"),
    ),
    "locale": (
        ("locale.normalize('de')", 'locale.Normalize(ctx, "de")'),
        ("locale.atof('2.5')", 'locale.Atof(ctx, "2.5")'),
    ),
    "math": (
        ("math.sqrt(2)", "math.Sqrt(ctx, 2)"),
        ("math.sqrt(-1)", "math.Sqrt(ctx, -1)"),
        ("math.gcd(12, 18, 30)", "math.Gcd(ctx, 12, 18, 30)"),
        ("math.comb(40, 12)", "math.Comb(ctx, 40, 12)"),
        ("math.factorial(20)", "math.Factorial(ctx, 20)"),
        ("math.frexp(12.5)", "math.Frexp(ctx, 12.5)"),
        (
            "math.fsum([0.1] * 10)",
            "math.Fsum(ctx, slices.Values(slices.Repeat([]float64{0.1}, 10)))",
        ),
        ("math.hypot(1.0, 2.0, 3.0)", "math.Hypot(ctx, 1, 2, 3)"),
        ("math.log(8, 2)", "math.Log(ctx, 8, math.LogOptions{Base: python.Some(2.0)})"),
        ("math.pi", "math.Pi(ctx)"),
    ),
    "mimetypes": (
        ("mimetypes.guess_type('a.tar.gz')", 'mimetypes.GuessType(ctx, "a.tar.gz")'),
        ("mimetypes.guess_extension('image/png')", 'mimetypes.GuessExtension(ctx, "image/png")'),
        ("mimetypes.guess_extension('no/thing')", 'mimetypes.GuessExtension(ctx, "no/thing")'),
    ),
    "posixpath": (
        ("posixpath.join('a', '/b', 'c')", 'posixpath.Join(ctx, "a", "/b", "c")'),
        ("posixpath.isabs('/a')", 'posixpath.Isabs(ctx, "/a")'),
        (
            "posixpath.relpath('/a/b', '/a/c')",
            'posixpath.Relpath(ctx, "/a/b", posixpath.RelpathOptions{Start: some("/a/c")})',
        ),
        ("posixpath.getsize('/no/such/file')", 'posixpath.Getsize(ctx, "/no/such/file")'),
    ),
    "quopri": (
        ("quopri.encodestring('schön'.encode())", 'quopri.Encodestring(ctx, []byte("schön"))'),
        (
            "quopri.decodestring('sch=C3=B6n')",
            'quopri.Decodestring(ctx, quopri.StrCase("sch=C3=B6n"))',
        ),
    ),
    "shlex": (
        (
            "shlex.split('a \"b c\" # d')",
            'shlex.Split(ctx, shlex.StrCase(`a "b c" # d`))',
        ),
        ("shlex.split('\"')", 'shlex.Split(ctx, shlex.StrCase(`"`))'),
        ("shlex.quote('b c')", 'shlex.Quote(ctx, "b c")'),
        ("shlex.join(['a', 'b c'])", 'shlex.Join(ctx, slices.Values([]string{"a", "b c"}))'),
    ),
    "stat": (
        ("stat.filemode(0o100644)", "stat.Filemode(ctx, 0o100644)"),
        ("stat.S_ISDIR(0o040755)", "stat.SIsdir(ctx, 0o040755)"),
        ("stat.S_IMODE(0o100644)", "stat.SImode(ctx, 0o100644)"),
    ),
    "statistics": (
        (
            "statistics.geometric_mean([54, 24, 36])",
            "statistics.GeometricMean(ctx, slices.Values([]float64{54, 24, 36}))",
        ),
        (
            "statistics.geometric_mean([])",
            "statistics.GeometricMean(ctx, slices.Values([]float64{}))",
        ),
    ),
    "string": (("string.punctuation", "string_.Punctuation(ctx)"),),
    "struct": (
        ("struct.calcsize('<ihq')", 'struct_.Calcsize(ctx, struct_.StrCase("<ihq"))'),
        ("struct.pack('<ih', 1, 2)", 'struct_.Pack(ctx, struct_.StrCase("<ih"), 1, 2)'),
        ("struct.pack('<h', 70000)", 'struct_.Pack(ctx, struct_.StrCase("<h"), 70000)'),
    ),
    "sysconfig": (("sysconfig.get_python_version()", "sysconfig.GetPythonVersion(ctx)"),),
    "textwrap": (
        (
            "textwrap.wrap('the quick brown fox', width=10)",
            (
                'textwrap.Wrap(ctx, "the quick brown fox", '
                "textwrap.WrapOptions{Width: python.Some(10)})"
            ),
        ),
        (r"textwrap.dedent('  a\n    b\n')", r'textwrap.Dedent(ctx, "  a\n    b\n")'),
        (
            r"textwrap.indent('a\n\nb', '> ', lambda line: True)",
            (
                r'textwrap.Indent(ctx, "a\n\nb", "> ", textwrap.IndentOptions{Predicate: '
                "func(context.Context, string) (bool, error) { return true, nil }})"
            ),
        ),
        ("textwrap.shorten('Hello world!', 8)", 'textwrap.Shorten(ctx, "Hello world!", 8)'),
    ),
    "unicodedata": (
        ("unicodedata.name('é')", 'unicodedata.Name(ctx, "é")'),
        ("unicodedata.category('é')", 'unicodedata.Category(ctx, "é")'),
        (
            "unicodedata.normalize('NFD', 'é')",
            'unicodedata.Normalize(ctx, unicodedata.NormalizationFormNfd, "é")',
        ),
        ("unicodedata.numeric('½')", 'unicodedata.Numeric(ctx, "½")'),
        ("unicodedata.lookup('SNAKE')", 'unicodedata.Lookup(ctx, unicodedata.StrCase("SNAKE"))'),
    ),
    "urllib.parse": (
        ("urllib.parse.quote('ü/ä')", 'parse.Quote(ctx, "ü/ä")'),
        ("urllib.parse.quote_plus('a b&c')", 'parse.QuotePlus(ctx, "a b&c")'),
        ("urllib.parse.unquote('%C3%BC')", 'parse.Unquote(ctx, parse.StrCase("%C3%BC"))'),
        (
            "urllib.parse.unquote_to_bytes('%C3%BC')",
            'parse.UnquoteToBytes(ctx, parse.StrCase("%C3%BC"))',
        ),
    ),
    "uuid": (
        ("uuid.NAMESPACE_DNS", "uuid.NamespaceDNS(ctx)"),
        (
            "uuid.uuid5(uuid.NAMESPACE_DNS, 'example.com')",
            (
                "then(uuid.NamespaceDNS(ctx))(func(n python.UUID) (any, error) "
                '{ return uuid.UUID5(ctx, n, "example.com") })'
            ),
        ),
    ),
    "zlib": (
        ("zlib.adler32(b'gopher')", 'zlib.Adler32(ctx, []byte("gopher"))'),
        (
            "zlib.crc32(b'gopher', 7)",
            'zlib.Crc32(ctx, []byte("gopher"), zlib.Crc32Options{Value: python.Some(7)})',
        ),
        ("zlib.decompress(b'no zlib')", 'zlib.Decompress(ctx, []byte("no zlib"))'),
    ),
}
