package generator

import (
	"fmt"
	"io/fs"

	"regional-atlas/generator/carto"
	"regional-atlas/generator/geometry"
)

// The map data, by its place among the assets.
const (
	europeFile   = "geodata/europe.topo.json"
	overseasFile = "geodata/overseas.topo.json"
)

// ReadBasemap reads the map data and draws the maps that all pages share.
func ReadBasemap(assets fs.FS) (*carto.Basemap, error) {
	europe, err := readTopology(assets, europeFile)
	if err != nil {
		return nil, err
	}
	overseas, err := readTopology(assets, overseasFile)
	if err != nil {
		return nil, err
	}
	return carto.NewBasemap(europe, overseas), nil
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
