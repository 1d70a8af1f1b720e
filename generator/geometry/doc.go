// Package geometry turns numbers and shapes into the geometry of SVG pictures.
//
// Its promise:
//
//   - It takes bytes and numbers and returns path strings, points and typed
//     structs. It writes no markup, knows no region file and opens no file.
//   - A border is stored once. It is simplified once, rounded to whole units of
//     the picture once, and only then written as differences; two neighbours
//     therefore carry the very same points and a border cannot tear.
//   - The same input gives the same bytes.
//   - A *Topology and a *Drawing never change after they are made, so any number
//     of goroutines may share them.
//   - A broken map is answered by one sentence, never by a panic.
//
// The map side reads TopoJSON (ReadTopology), looks through a window (Frame) and
// draws (Topology.Draw); areas of several codes are merged by dropping the
// arcs used twice. The figure side places values: Strip, Line, Classes.
//
// Paths are meant for fill-rule="evenodd". Units are those of the viewBox, with y
// growing downwards; metres are those of EPSG:3035, with y growing northwards.
package geometry
