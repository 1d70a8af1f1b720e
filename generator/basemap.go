package generator

import (
	"errors"
	"fmt"
	"io/fs"

	"regional-atlas/generator/boundaries"
	"regional-atlas/generator/carto"
	"regional-atlas/generator/geometry"
	"regional-atlas/generator/nuts"
)

// The map data, by its place among the assets.
const (
	europeFile   = "geodata/europe.topo.json"
	overseasFile = "geodata/overseas.topo.json"
)

// ReadBasemap reads the map data, with boundaries of the atlas's own where it has some,
// and draws the maps that all pages share.
func ReadBasemap(assets fs.FS) (*carto.Basemap, error) {
	europe, err := readTopology(assets, europeFile)
	if err != nil {
		return nil, err
	}
	overseas, err := readTopology(assets, overseasFile)
	if err != nil {
		return nil, err
	}
	if _, err := fs.Stat(assets, boundaries.File); errors.Is(err, fs.ErrNotExist) {
		return carto.NewBasemap(europe, overseas), nil
	}
	own, err := readTopology(assets, boundaries.File)
	if err != nil {
		return nil, err
	}
	return carto.NewBasemap(own.Over(europe), overseas), nil
}

func readTopology(assets fs.FS, name string) (*geometry.Topology, error) {
	data, err := fs.ReadFile(assets, name)
	if err != nil {
		return nil, fmt.Errorf("the map data %s cannot be read", name)
	}
	t, err := geometry.ReadTopology(data)
	if err != nil {
		return nil, fmt.Errorf("the map data %s is broken: %w", name, err)
	}
	return t, nil
}

// ReadChanges reads what became of the codes of older editions of NUTS; nothing is known
// where the assets have no such table.
func ReadChanges(assets fs.FS) (*nuts.Changes, error) {
	data, err := fs.ReadFile(assets, nuts.File)
	if errors.Is(err, fs.ErrNotExist) {
		return &nuts.Changes{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", nuts.File, err)
	}
	return nuts.Read(data)
}

// ReadNames reads what regions are called in their own languages, by code; none where the
// assets have no such table.
func ReadNames(assets fs.FS) (map[string]nuts.Name, error) {
	data, err := fs.ReadFile(assets, nuts.NamesFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", nuts.NamesFile, err)
	}
	return nuts.ReadNames(data)
}
