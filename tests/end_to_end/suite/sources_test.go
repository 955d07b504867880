package suite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/faults"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/moving"
)

func init() {
	scenarios["area"] = func(string) (any, error) { return moving.Area(ctx, 2, 3) }
	scenarios["name"] = func(string) (any, error) {
		return moving.Name(ctx, "Ada", moving.NameOptions{Last: python.Some("Lovelace")})
	}
	scenarios["box"] = func(string) (any, error) { return moving.BoxArea(ctx, moving.Box{Width: 2, Height: 3}) }
	scenarios["new box"] = func(string) (any, error) { return moving.NewBox(ctx, 2) }
	scenarios["fail"] = func(string) (any, error) { return nil, moving.Fail(ctx, "so wrong") }
	scenarios["all of it"] = allOfIt
	scenarios["name twice"] = nameTwice
	scenarios["reload"] = reload
	scenarios["reload meanwhile"] = reloadMeanwhile
	scenarios["reload on change"] = reloadOnChange
}

// movedTo runs a child with the module's source replaced.
func movedTo(t *testing.T, source string) string {
	t.Helper()
	folder := t.TempDir()
	file := filepath.Join(folder, "moving", "__init__.py")
	done(t, os.Mkdir(filepath.Dir(file), 0o755))
	done(t, os.WriteFile(file, []byte(source), 0o644))
	return "GOPHERSNAKE_SOURCES=" + folder
}

const area = "def area(width: float, height: float) -> float:\n    return 10 * width * height\n"

func TestSources_OnDiskReplaceTheEmbedded(t *testing.T) {
	wantEqual(t, run[float64](t, "area", ""), 6)
	wantEqual(t, run[float64](t, "area", "", movedTo(t, area)), 60)
	wantEqual(t, run[float64](t, "area", "", "GOPHERSNAKE_SOURCES="+t.TempDir()), 6) // not there: the embedded
	message := fails(t, "area", "", "GOPHERSNAKE_SOURCES=/nowhere")
	wantEqual(t, message.Error, "gophersnake: embed moving: "+
		"NotADirectoryError: GOPHERSNAKE_SOURCES is '/nowhere', which is not a folder")
}

func TestSources_ChangesThatDoNoHarm(t *testing.T) {
	for _, source := range []string{
		area + "\ndef added() -> None: ...\n",
		"# a comment\n" + strings.ReplaceAll(area, "10 * ", "10  *  "),
		"from __future__ import annotations\n" + strings.ReplaceAll(area, "float,", "'float',"),
		strings.ReplaceAll(area, "height: float", "height: float = 1.0"),
		strings.ReplaceAll(area, "height: float", "height: float, *, scale: float = 1.0"),
		strings.ReplaceAll(area, "height: float", "height: float, *rest: float, **more: float"),
		strings.ReplaceAll(area, "width: float, height: float", "width: float, height: float, depth: int | None = None"),
	} {
		wantEqual(t, run[float64](t, "area", "", movedTo(t, source)), 60)
	}
}

func TestSources_ChangesThatAreRefused(t *testing.T) {
	const again = ": generate it again with: gophersnake generate moving"
	for difference, source := range map[string]string{
		"parameter 'height' is gone":                  strings.ReplaceAll(area, "height", "length"),
		"parameter 'depth' has no default and is new": strings.ReplaceAll(area, "height: float", "height: float, depth: float"),
		"parameter 'height' was float and is str":     strings.ReplaceAll(area, "height: float", "height: str"),
		"the result was float and is str":             strings.ReplaceAll(area, "-> float", "-> str"),
		"the function was not async and is async":     "async " + area,
	} {
		message := fails(t, "area", "", movedTo(t, source))
		wantEqual(t, message.Error, "gophersnake: bind moving.area: it has changed since its Go code was generated: "+difference+again)
	}
}

const box = `from dataclasses import dataclass

@dataclass
class Box:
    width: float
    height: float = 1.0

def box_area(box: Box) -> float:
    return box.width * box.height
`

func TestSources_ChangesOfFieldsThatDoNoHarm(t *testing.T) {
	for _, source := range []string{
		box + "\n# a comment\n",
		strings.ReplaceAll(box, "1.0", "9.0"),
		strings.ReplaceAll(box, "width: float\n", "width: 'float'\n    unit = 'cm'\n"),
		strings.ReplaceAll(box, "    width: float\n    height: float = 1.0", "    height: float = 1.0\n    width: float = 2.0"),
	} {
		wantEqual(t, run[float64](t, "box", "", movedTo(t, source)), 6)
	}
}

func TestSources_ChangesOfFieldsThatAreRefused(t *testing.T) {
	const again = ": generate it again with: gophersnake generate moving"
	for difference, source := range map[string]string{
		"field 'width' of Box was float and is int":        strings.ReplaceAll(box, "width: float\n", "width: int\n"),
		"field 'height' of Box is gone":                    strings.ReplaceAll(box, "    height: float = 1.0\n", ""),
		"field 'depth' of Box is new":                      strings.ReplaceAll(box, "= 1.0\n", "= 1.0\n    depth: float = 1.0\n"),
		"field 'height' of Box had a default and has none": strings.ReplaceAll(box, " = 1.0", ""),
	} {
		variable := movedTo(t, source)
		for scenario, name := range map[string]string{"box": "box_area", "new box": "Box"} {
			message := fails(t, scenario, "", variable)
			wantEqual(t, message.Error, "gophersnake: bind moving."+name+": it has changed since its Go code was generated: "+difference+again)
		}
	}
}

func TestSources_FunctionsThatAreGone(t *testing.T) {
	variable := movedTo(t, area)
	message := fails(t, "name", "", variable)
	_, folder, _ := strings.Cut(variable, "=")
	wantEqual(t, message.Error, "gophersnake: bind moving.name: module 'moving' has no function 'name' (imported from "+
		folder+"/moving/__init__.py): generate its Go package again with: gophersnake generate moving")
	wantEqual(t, run[string](t, "all of it", "", variable), "60 and an error")
}

// allOfIt calls a function that is there and one that is not.
func allOfIt(string) (any, error) {
	n, err := moving.Area(ctx, 2, 3)
	if err != nil {
		return nil, err
	}
	if _, err = moving.Name(ctx, "Ada"); err == nil {
		return nil, errors.New("moving.name is there")
	}
	return fmt.Sprint(n, " and an error"), nil
}

func TestSources_ModuleThatRaisesAtImport(t *testing.T) {
	message := fails(t, "area", "", movedTo(t, area+"\nraise KeyError('config')\n"))
	wantEqual(t, message.Error, "gophersnake: bind moving.area: KeyError: 'config'")
	wantEqual(t, strings.Contains(message.Long, "Traceback (most recent call last):\n"), true)
	wantEqual(t, strings.Contains(message.Long, "moving/__init__.py\", line 4, in <module>\n    raise KeyError('config')\n"), true)
	message = fails(t, "area", "", movedTo(t, "import sys\nsys.exit('no')\n"))
	wantEqual(t, message.Error, "gophersnake: bind moving.area: SystemExit: no")
	message = fails(t, "area", "", movedTo(t, "import nothing_like_this\n"))
	wantEqual(t, message.Error, "gophersnake: bind moving.area: ModuleNotFoundError: No module named 'nothing_like_this'")
}

func TestSources_SyntaxErrorAtImport(t *testing.T) {
	variable := movedTo(t, area+"\ndef (:\n")
	message := fails(t, "area", "", variable)
	_, folder, _ := strings.Cut(variable, "=")
	wantEqual(t, message.Error, "gophersnake: bind moving.area: SyntaxError: invalid syntax (__init__.py, line 4)")
	wantEqual(t, strings.Contains(message.Long, fmt.Sprintf("File %q, line 4\n    def (:\n        ^\n", folder+"/moving/__init__.py")), true)
}

// nameTwice binds a function again after it failed.
func nameTwice(string) (any, error) {
	_, first := moving.Name(ctx, "Ada")
	_, second := moving.Name(ctx, "Ada")
	return []string{first.Error(), second.Error()}, nil
}

func TestSources_AFailedBindFailsAgain(t *testing.T) {
	report := run[[]string](t, "name twice", "", movedTo(t, "1 / 0\n"))
	wantEqual(t, report[0], "gophersnake: bind moving.name: ZeroDivisionError: division by zero")
	wantEqual(t, report[1], report[0])
}

// reload edits the module between calls.
func reload(string) (any, error) {
	file := filepath.Join(os.Getenv("GOPHERSNAKE_SOURCES"), "moving", "__init__.py")
	var report []string
	for _, source := range []string{
		area,
		strings.ReplaceAll(area, "10 *", "1_000 *"),
		strings.ReplaceAll(area, "width: float, height", "width: float, depth: float, height"),
		"1 / 0\n",
		strings.ReplaceAll(area, "10 *", "100 *"),
	} {
		if err := os.WriteFile(file, []byte(source), 0o644); err != nil {
			return nil, err
		}
		if err := python.Reload(ctx, "moving"); err != nil {
			report = append(report, err.Error())
			continue
		}
		got, err := moving.Area(ctx, 2, 3)
		report = append(report, fmt.Sprint(got, err))
	}
	return report, nil
}

func TestSources_Reload(t *testing.T) {
	report := run[[]string](t, "reload", "", movedTo(t, area))
	wantEqual(t, report[:2], []string{"60 <nil>", "6000 <nil>"})
	wantEqual(t, strings.Contains(report[2], "it has changed since its Go code was generated"), true)
	wantEqual(t, report[3:], []string{"gophersnake: reload moving: ZeroDivisionError: division by zero", "600 <nil>"})
}

// reloadMeanwhile reloads the module while a function of it is being found.
func reloadMeanwhile(string) (any, error) {
	file := filepath.Join(os.Getenv("GOPHERSNAKE_SOURCES"), "moving", "__init__.py")
	bound := make(chan error)
	go func() {
		_, err := moving.Area(ctx, 2, 3)
		bound <- err
	}()
	time.Sleep(500 * time.Millisecond)
	err := os.WriteFile(file, []byte(area), 0o644)
	err = errors.Join(err, python.Reload(ctx, "moving"), <-bound)
	if err != nil {
		return nil, err
	}
	return moving.Area(ctx, 2, 3)
}

func TestSources_ReloadWhileBinding(t *testing.T) {
	slow := strings.ReplaceAll(strings.ReplaceAll(area, "10 *", "20 *"), "def area", "def former") + `

def __getattr__(name: str) -> object:
    if name != "area":
        raise AttributeError(name)
    import time
    time.sleep(1)
    return former
`
	wantEqual(t, run[float64](t, "reload meanwhile", "", movedTo(t, slow)), 60)
}

// reloadOnChange edits the module, and waits until that is noticed.
func reloadOnChange(string) (any, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	file := filepath.Join(os.Getenv("GOPHERSNAKE_SOURCES"), "moving", "__init__.py")
	if _, err := moving.Area(ctx, 2, 3); err != nil {
		return nil, err
	}
	reloaded := make(chan string)
	err := python.ReloadOnChange(ctx, func(module string, err error) { reloaded <- fmt.Sprint(module, ": ", err) })
	var report []string
	for _, source := range []string{
		strings.ReplaceAll(area, "10 *", "20 *"), // of the same size
		strings.ReplaceAll(area, "width: float, height", "width: float, depth: float, height"),
		"1 / 0\n",
		strings.ReplaceAll(area, "10 *", "100 *"),
	} {
		if err := errors.Join(err, os.WriteFile(file, []byte(source), 0o644)); err != nil {
			return nil, err
		}
		report = append(report, <-reloaded)
		got, err := moving.Area(ctx, 2, 3)
		report = append(report, fmt.Sprint(got, err))
	}
	return report, nil
}

func TestSources_ReloadOnChange(t *testing.T) {
	report := run[[]string](t, "reload on change", "", movedTo(t, area))
	wantEqual(t, report[:3], []string{"moving: <nil>", "120 <nil>", "moving: <nil>"})
	wantEqual(t, strings.Contains(report[3], "it has changed since its Go code was generated"), true)
	wantEqual(t, report[4], "moving: gophersnake: reload moving: ZeroDivisionError: division by zero")
	wantEqual(t, report[6:], []string{"moving: <nil>", "600 <nil>"})
	done(t, python.ReloadOnChange(ctx, nil)) // without the variable: nothing
}

func TestSources_TracebacksShowTheLines(t *testing.T) {
	message := fails(t, "fail", "")
	wantEqual(t, message.Error, "moving.fail: ValueError: so wrong")
	wantEqual(t, strings.Contains(message.Long, "File \"<embedded>/moving/__init__.py\", line 27, in fail\n    raise ValueError(text)\n"), true)
}

func TestSources_EmbeddedModulesAreModules(t *testing.T) {
	ok[float64](t)(moving.Area(ctx, 1, 1))
	wantEqual(t, python.IsException(faults.KeyError(ctx), "KeyError"), true) // both are there
	for expression, want := range map[string]string{
		"__import__('moving').__file__":                                       "<embedded>/moving/__init__.py",
		"__import__('moving').__name__":                                       "moving",
		"__import__('moving').__doc__":                                        "The module that changes under its Go code.",
		"__import__('faults.inner').inner.__package__":                        "faults",
		"__import__('pkgutil').get_data('faults', 'inner.py')[:3]":            `b'"""'`,
		"__import__('inspect').getsource(__import__('moving').area)[:9]":      "def area(",
		"__import__('importlib').reload(__import__('moving')).area(1.0, 2.0)": "2.0",
	} {
		wantEqual(t, eval(t, expression).String(), want)
	}
}
