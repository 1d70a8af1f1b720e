package generator

import (
	"fmt"
	"io/fs"

	"regional-atlas/generator/figure"
	"regional-atlas/generator/page"
)

// The map data, by its place among the assets.
const (
	europeFile   = "geodata/europe.topo.json"
	overseasFile = "geodata/overseas.topo.json"
)

// ReadLand reads the map data and draws the maps that all pages share.
func ReadLand(assets fs.FS) (*page.Land, error) {
	europe, err := readTopology(assets, europeFile)
	if err != nil {
		return nil, err
	}
	overseas, err := readTopology(assets, overseasFile)
	if err != nil {
		return nil, err
	}
	return page.NewLand(europe, overseas), nil
}

func readTopology(assets fs.FS, name string) (*figure.Topology, error) {
	data, err := fs.ReadFile(assets, name)
	if err != nil {
		return nil, fmt.Errorf("the map data %s cannot be read", name)
	}
	t, err := figure.ReadTopology(data)
	if err != nil {
		return nil, fmt.Errorf("the map data %s is broken: %w", name, err)
	}
	return t, nil
}
