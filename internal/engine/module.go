package engine

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// SourcesVariable names the folder that modules are imported from while
// developing, instead of the sources that the binary carries.
const SourcesVariable = "GOPHERSNAKE_SOURCES"

// Module is a Python module by the name it is imported by, and the sources that
// the binary carries of it, if it does.
type Module struct {
	name   string
	files  fs.FS
	root   string
	digest string

	carrier string // the module whose sources this one's are among

	preparing bindingLock
	prepared  atomic.Bool
	unchanged atomic.Bool // the sources are those the generator read
}

// NewModule describes a module that is installed where Python finds it.
func NewModule(name string) *Module { return &Module{name: name} }

// NewEmbedded describes a module whose sources are files: each one's path, below
// root, is its place from the folder that is imported from. digest is that of the
// sources the generator read.
func NewEmbedded(name string, files fs.FS, root, digest string) *Module {
	m := &Module{name: name, files: files, root: root, digest: digest}
	carriers.Store(name, m)
	return m
}

// NewCarried describes a module whose sources are among those of the module
// carrier, which another Go package embeds.
func NewCarried(name, carrier string) *Module { return &Module{name: name, carrier: carrier} }

// carriers are the modules that have sources, by name.
var carriers sync.Map

// host is a module of the part of gophersnake that runs in Python.
func host(name string) *Module { return NewModule("gophersnake.host." + name) }

var (
	sourcesType = Dict(wire.KindDict, Str, Bytes)
	addSources  = host("embedded").Func("add", "", NoResult,
		NewParam(wire.ParamPositionalOrKeyword, "files", sourcesType.Program))
)

// prepare makes the module importable. It returns the signature to compare with:
// none where the sources are the very ones it was read from.
func (m *Module) prepare(ctx context.Context, signature string) (string, error) {
	if m.carrier != "" {
		carrier, ok := carriers.Load(m.carrier)
		if !ok {
			return "", fmt.Errorf("gophersnake: the sources of %s are those of %s, whose Go package is not in this program", m.name, m.carrier)
		}
		return carrier.(*Module).prepare(ctx, signature)
	}
	if m.files == nil {
		return signature, nil
	}
	unlock, err := m.preparing.lock(ctx)
	if err != nil {
		return "", cancelled("embed "+m.name, ctx)
	}
	defer unlock()
	if !m.prepared.Load() {
		sources, err := m.sources()
		if err != nil {
			return "", fmt.Errorf("gophersnake: read the embedded sources of %s: %w", m.name, err)
		}
		c := addSources.Begin(ctx)
		c.doing = "gophersnake: embed " + m.name
		Put(c, sourcesType, sources)
		if err := Finish(c); err != nil {
			return "", err
		}
		m.unchanged.Store(os.Getenv(SourcesVariable) == "" && digest(sources) == m.digest)
		m.prepared.Store(true)
	}
	if m.unchanged.Load() {
		return "", nil
	}
	return signature, nil
}

// prepareAll makes all modules importable that the binary carries.
func prepareAll(ctx context.Context) error {
	var failed error
	carriers.Range(func(_, module any) bool {
		_, failed = module.(*Module).prepare(ctx, "")
		return failed == nil
	})
	return failed
}

func (m *Module) sources() (map[string][]byte, error) {
	sources := map[string][]byte{}
	err := fs.WalkDir(m.files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(m.files, name)
		sources[path.Join(m.root, name)] = data
		return err
	})
	return sources, err
}

// digest is gophersnake.signature.digest.
func digest(sources map[string][]byte) string {
	names := make([]string, 0, len(sources))
	for name := range sources {
		names = append(names, name)
	}
	slices.Sort(names)
	total := sha256.New()
	for _, name := range names {
		for _, part := range [][]byte{[]byte(name), sources[name]} {
			total.Write(binary.BigEndian.AppendUint64(nil, uint64(len(part))))
			total.Write(part)
		}
	}
	return "sha256:" + hex.EncodeToString(total.Sum(nil))
}
