package carto

import "testing"

// A point is near its country, and not near it the other way round.
func TestIsNear(t *testing.T) {
	land := NewBasemap(topology(t, "europe"), topology(t, "overseas"))
	for country, p := range map[string]struct{ lon, lat float64 }{
		"BE": {4.35, 50.85}, "FI": {25.47, 65.01}, "EL": {23.7, 38}, "RO": {27.6, 47.2}, "UK": {-5.93, 54.6}, "DE": {13.7, 51.05}, "EE": {24.75, 59.4},
	} {
		if !land.IsNear(country, p.lon, p.lat) || land.IsNear(country, p.lat, p.lon) {
			t.Errorf("%s: near %v, the other way round %v", country, land.IsNear(country, p.lon, p.lat), land.IsNear(country, p.lat, p.lon))
		}
	}
	for _, p := range [][2]float64{{0, 0}, {180, 90}, {-170, -52}, {1e9, 1e9}} {
		if land.IsNear("BE", p[0], p[1]) {
			t.Errorf("%v lies in Belgium", p)
		}
	}
	if land.IsNear("XX", 4, 50) {
		t.Error("a country that is not on the map has a point")
	}
}
