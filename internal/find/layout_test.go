package find

import "testing"

func TestLayout_Fedora(t *testing.T) {
	newWorld(t, "/usr/bin/python3 -> python3.13", "/usr/bin/python3.13*", "/usr/lib64/python3.13/os.py",
		"/usr/lib64/libpython3.13.so.1.0", "/usr/lib64/libpython3.so").want(Environment{
		Executable: "/usr/bin/python3", Prefix: "/usr", BasePrefix: "/usr",
		Library: "/usr/lib64/libpython3.13.so.1.0", Version: Version{3, 13}, Source: FromPath,
	})
}

func TestLayout_LinkIntoAnotherTree(t *testing.T) {
	// As uv and conda install, and with the folder of the link a link itself.
	w := newWorld(t, "/opt/pythons/3.12/bin/python3.12*", "/opt/pythons/3.12/lib/python3.12/os.py",
		"/opt/pythons/3.12/lib/libpython3.12.so", "/opt/pythons/bin/python3 -> ../3.12/bin/python3.12",
		"/usr/local/bin -> ROOT/opt/pythons/bin")
	w.want(Environment{
		Executable: "/usr/local/bin/python3", Prefix: "/opt/pythons/3.12", BasePrefix: "/opt/pythons/3.12",
		Library: "/opt/pythons/3.12/lib/libpython3.12.so", Version: Version{3, 12}, Source: FromPath,
	})
}

func TestLayout_StableABILibraryIsNotTheLibrary(t *testing.T) {
	w := newWorld(t, "/usr/bin/python3 -> python3.12", "/usr/bin/python3.12*", "/usr/lib/libpython3.so")
	if got, err := w.find(); err == nil {
		t.Errorf("found %+v", got)
	}
}

func TestLayout_LibraryInTheConfigFolder(t *testing.T) {
	w := newWorld(t, "/usr/bin/python3 -> python3.12", "/usr/bin/python3.12*",
		"/usr/lib/python3.12/config-3.12-x86_64-linux-gnu/libpython3.12.so")
	if got, err := w.find(); err != nil || got.Library != "/usr/lib/python3.12/config-3.12-x86_64-linux-gnu/libpython3.12.so" {
		t.Errorf("found %+v, %v", got, err)
	}
}

func TestLayout_AltInstall(t *testing.T) {
	w := newWorld(t, "/opt/python/bin/python3.13*", "/opt/python/bin/python3.13-config*", "/opt/python/lib/libpython3.13.so.1.0")
	w.finder.options.Python = w.path("/opt/python")
	w.wantFrom(FromOption, "/opt/python/bin/python3.13")
}

func TestLayout_FreeThreadedIsAHardLink(t *testing.T) {
	w := newWorld(t, "/opt/t/bin/python3.13t*", "/opt/t/bin/python3.13 => /opt/t/bin/python3.13t",
		"/opt/t/bin/python3 -> python3.13", "/opt/t/lib/python3.13t/os.py", "/opt/t/lib/libpython3.13t.so.1.0")
	w.finder.options.Python = w.path("/opt/t")
	want := Environment{
		Executable: "/opt/t/bin/python3", Prefix: "/opt/t", BasePrefix: "/opt/t",
		Library: "/opt/t/lib/libpython3.13t.so.1.0", Version: Version{3, 13}, FreeThreaded: true, Source: FromOption,
	}
	w.want(want)
	w.add("/opt/t/lib/libpython3.13.so.1.0") // left over from another build
	w.want(want)
}

func TestLayout_VariantsSideBySide(t *testing.T) {
	w := newWorld(t, "/usr/bin/python3 -> python3.13", "/usr/bin/python3.13*", "/usr/bin/python3.13t*",
		"/usr/bin/python3.13d*", "/usr/bin/python3.13-dbg -> python3.13d", "/usr/lib/libpython3.13.so.1.0",
		"/usr/lib/libpython3.13t.so.1.0", "/usr/lib/libpython3.13d.so.1.0")
	for name, want := range map[string]Environment{
		"python3":        {Library: "/usr/lib/libpython3.13.so.1.0"},
		"python3.13":     {Library: "/usr/lib/libpython3.13.so.1.0"},
		"python3.13t":    {Library: "/usr/lib/libpython3.13t.so.1.0", FreeThreaded: true},
		"python3.13d":    {Library: "/usr/lib/libpython3.13d.so.1.0", Debug: true},
		"python3.13-dbg": {Library: "/usr/lib/libpython3.13d.so.1.0", Debug: true},
	} {
		want.Executable, want.Prefix, want.BasePrefix = "/usr/bin/"+name, "/usr", "/usr"
		want.Version, want.Source = Version{3, 13}, FromOption
		w.finder.options.Python = name
		w.want(want)
	}
}

func TestLayout_VirtualEnvironments(t *testing.T) {
	for maker, files := range map[string][]string{
		"standard library": venvAt("/venv"),
		"uv": {"/venv/pyvenv.cfg: home = ROOT/usr/bin\nimplementation = CPython\nuv = 0.9\nversion_info = 3.11.2\n",
			"/venv/bin/python -> ROOT/usr/bin/python3.11", "/venv/bin/python3 -> python"},
		"virtualenv": {"/venv/pyvenv.cfg: home = ROOT/usr/bin\nversion_info = 3.11.2.final.0\nbase-executable = ROOT/usr/bin/python3.11\n",
			"/venv/bin/python -> ROOT/usr/bin/python3.11", "/venv/bin/python3 -> python"},
		"copies, by version": {"/venv/pyvenv.cfg: home = ROOT/usr/bin\nversion = 3.11.2\n", "/venv/bin/python3*"},
		"copies, by executable": {"/venv/pyvenv.cfg: HOME=ROOT/usr/bin\nexecutable = ROOT/usr/bin/python3.11\n",
			"/venv/bin/python3*"},
		"copies, by home": {"/venv/pyvenv.cfg: home = ROOT/usr/bin", "/venv/bin/python3*"},
	} {
		t.Run(maker, func(t *testing.T) {
			w := newWorld(t, append(debian, files...)...)
			w.variables["VIRTUAL_ENV"] = w.path("/venv")
			w.want(Environment{
				Executable: "/venv/bin/python3", Prefix: "/venv", BasePrefix: "/usr",
				Library: "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", Version: Version{3, 11}, Source: FromVirtualEnv,
			})
		})
	}
}

func TestLayout_FrameworkOfMacOS(t *testing.T) {
	const base = "/Library/Frameworks/Python.framework/Versions/3.12"
	w := newWorld(t, base+"/bin/python3.12*", base+"/bin/python3 -> python3.12", base+"/lib/python3.12/os.py",
		base+"/Python", "/usr/local/bin/python3 -> ROOT"+base+"/bin/python3")
	w.finder.goos = "darwin"
	want := Environment{
		Executable: "/usr/local/bin/python3", Prefix: base, BasePrefix: base, Library: base + "/Python",
		Version: Version{3, 12}, Source: FromPath,
	}
	w.want(want)
	w.add(base + "/lib/libpython3.12.dylib -> ../Python")
	want.Library = base + "/lib/libpython3.12.dylib"
	w.want(want)
}

func TestLayout_Windows(t *testing.T) {
	w := newWorld(t, "/Python312/python.exe", "/Python312/python3.dll", "/Python312/python312.dll", "/Python312/Lib/os.py",
		"/venv/pyvenv.cfg: home = ROOT/Python312\nversion = 3.12.4\n", "/venv/Scripts/python.exe")
	w.finder.goos = "windows"
	w.finder.options.Python = w.path("/Python312")
	want := Environment{
		Executable: "/Python312/python.exe", Prefix: "/Python312", BasePrefix: "/Python312",
		Library: "/Python312/python312.dll", Version: Version{3, 12}, Source: FromOption,
	}
	w.want(want)
	w.finder.options.Python = w.path("/venv")
	want.Executable, want.Prefix = "/venv/Scripts/python.exe", "/venv"
	w.want(want)
	w.finder.options.Python = ""
	w.variables["PATH"] = w.path("/Python312")
	w.wantFrom(FromPath, "/Python312/python.exe")
}

func TestAsk_ScriptIsAskedForTheInterpreterItStarts(t *testing.T) {
	w := newWorld(t, append(debian, "/usr/local/bin/python3*: #!/bin/sh\n", "/opt/3.12/lib/libpython3.12.so.1.0")...)
	w.answers["/usr/local/bin/python3"] = answer{
		Executable: "/opt/3.12/bin/python3", Version: [2]int{3, 12}, BasePrefix: "/opt/3.12",
		Libraries: []string{"/opt/3.12/lib/libpython3.12.a", "/opt/3.12/lib/libpython3.12.so.1.0"},
	}
	w.want(Environment{
		Executable: "/opt/3.12/bin/python3", Prefix: "/opt/3.12", BasePrefix: "/opt/3.12",
		Library: "/opt/3.12/lib/libpython3.12.so.1.0", Version: Version{3, 12}, Source: FromPath,
	})
}

func TestAsk_ScriptThatStartsAVirtualEnvironment(t *testing.T) {
	w := newWorld(t, append(append(debian, "/usr/local/bin/python3*: #!/bin/sh\n"), venvAt("/venv")...)...)
	w.answers["/usr/local/bin/python3"] = answer{Executable: "/venv/bin/python3", Version: [2]int{3, 11}, BasePrefix: "/usr"}
	w.want(Environment{
		Executable: "/venv/bin/python3", Prefix: "/venv", BasePrefix: "/usr",
		Library: "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", Version: Version{3, 11}, Source: FromPath,
	})
}

func TestAsk_InterpreterWithATellingLayoutOfItsOwn(t *testing.T) {
	w := newWorld(t, "/usr/bin/python3*", "/store/lib/libpython3.13td.so")
	w.answers["/usr/bin/python3"] = answer{
		Executable: "/usr/bin/python3", Version: [2]int{3, 13}, BasePrefix: "/store", FreeThreaded: true, Debug: true,
	}
	w.want(Environment{
		Executable: "/usr/bin/python3", Prefix: "/store", BasePrefix: "/store", Library: "/store/lib/libpython3.13td.so",
		Version: Version{3, 13}, FreeThreaded: true, Debug: true, Source: FromPath,
	})
}
