package publish

import "bytes"

// mostMoves is about how many bytes the library may move while it minifies one text: a fifth of a second.
const mostMoves = 1 << 30

// dear tells whether minifying would take too long. The library moves the rest of a text at every character reference
// that it shortens: a megabyte of them would take minutes.
func dear(page []byte) bool { return bytes.Count(page, []byte("&"))*len(page) > mostMoves }
