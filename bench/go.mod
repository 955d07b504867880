module github.com/gophersnake/gophersnake/bench

go 1.25.0

require (
	github.com/ebitengine/purego v0.11.3
	github.com/gophersnake/gophersnake v0.0.0-00010101000000-000000000000
)

replace github.com/gophersnake/gophersnake => ..
