package find

import "testing"

func TestFind_DebianOnThePath(t *testing.T) {
	newWorld(t, debian...).want(Environment{
		Executable: "/usr/bin/python3", Prefix: "/usr", BasePrefix: "/usr",
		Library: "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", Version: Version{3, 11}, Source: FromPath,
	})
}

func TestFind_TheFirstPlaceWithSomethingDecides(t *testing.T) {
	w := newWorld(t, debian...)
	w.wantFrom(FromPath, "/usr/bin/python3")
	w.add(venvAt("/home/me/project/.venv")...)
	w.wantFrom(FromDotVenv, "/home/me/project/.venv/bin/python3")
	w.add(venvAt("/active")...)
	w.variables["VIRTUAL_ENV"] = w.path("/active")
	w.wantFrom(FromVirtualEnv, "/active/bin/python3")
	w.add("/app/python/bin/python3 -> python3.12", "/app/python/bin/python3.12*", "/app/python/lib/libpython3.12.so.1.0")
	w.wantFrom(FromBundle, "/app/python/bin/python3")
	w.add(venvAt("/variable")...)
	w.variables["GOPHERSNAKE_PYTHON"] = w.path("/variable")
	w.wantFrom(FromVariable, "/variable/bin/python3")
	w.add(venvAt("/option")...)
	w.finder.options.Python = w.path("/option/bin/python")
	w.wantFrom(FromOption, "/option/bin/python")
}

func TestFind_DotVenvOfAFolderAbove(t *testing.T) {
	w := newWorld(t, append(debian, venvAt("/home/.venv")...)...)
	w.wantFrom(FromDotVenv, "/home/.venv/bin/python3")
	w.add(venvAt("/home/me/.venv")...)
	w.wantFrom(FromDotVenv, "/home/me/.venv/bin/python3")
}

func TestFind_DotVenvThatIsNoVirtualEnvironmentIsPassedBy(t *testing.T) {
	w := newWorld(t, append(debian, "/home/me/project/.venv: layout python\n")...)
	w.wantFrom(FromPath, "/usr/bin/python3")
}

func TestFind_FolderBesideTheProgramWithoutInterpreterIsPassedBy(t *testing.T) {
	w := newWorld(t, append(debian, "/app/python/runtime.go")...) // a Go package of this name
	w.wantFrom(FromPath, "/usr/bin/python3")
}

func TestFind_BundleBesideWhatTheProgramIsALinkTo(t *testing.T) {
	w := newWorld(t, "/opt/tool/program*", "/opt/tool/python/bin/python3.12*", "/opt/tool/python/lib/libpython3.12.so")
	w.remove("/app/program")
	w.add("/app/program -> ROOT/opt/tool/program")
	w.wantFrom(FromBundle, "/opt/tool/python/bin/python3.12")
}

func TestFind_NamedInEveryWay(t *testing.T) {
	for name, want := range map[string]string{
		"/usr/bin/python3.11":        "/usr/bin/python3.11",
		"/usr/bin/../bin/python3":    "/usr/bin/python3",
		"/usr":                       "/usr/bin/python3",
		"/home/me/project/.venv":     "/home/me/project/.venv/bin/python3",
		"/home/me/project/.venv/":    "/home/me/project/.venv/bin/python3",
		"/home/me/project/.venv/bin": "/home/me/project/.venv/bin/python3",
		"/home/me/project/env/bin":   "", // neither an interpreter nor a prefix
	} {
		w := newWorld(t, append(debian, venvAt("/home/me/project/.venv")...)...)
		w.add("/home/me/project/env/bin/something")
		w.finder.options.Python = w.root + name
		if want == "" {
			if got, err := w.find(); err == nil {
				t.Errorf("%s: found %+v", name, got)
			}
			continue
		}
		w.wantFrom(FromOption, want)
	}
}

func TestFind_NamedRelatively(t *testing.T) {
	w := newWorld(t, append(debian, venvAt("/home/me/project/env")...)...)
	for name, want := range map[string]string{
		"env":            "/home/me/project/env/bin/python3", // a folder here goes before a command
		"./env":          "/home/me/project/env/bin/python3",
		"../project/env": "/home/me/project/env/bin/python3",
		"env/bin/python": "/home/me/project/env/bin/python",
		"python3.11":     "/usr/bin/python3.11",
	} {
		w.finder.options.Python = name
		w.wantFrom(FromOption, want)
	}
}

func TestFind_PathSkipsWhatCannotBeRun(t *testing.T) {
	w := newWorld(t, debian...)
	w.add("/usr/local/bin/python3") // not executable
	w.variables["PATH"] = "relative:" + w.variables["PATH"]
	w.wantFrom(FromPath, "/usr/bin/python3")
}
