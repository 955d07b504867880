module github.com/gophersnake/gophersnake/examples/service

go 1.25.0

require github.com/gophersnake/gophersnake v0.0.0

require github.com/ebitengine/purego v0.11.3 // indirect

replace github.com/gophersnake/gophersnake => ../..
