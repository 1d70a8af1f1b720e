package source

import "strings"

// texts keeps the texts of files together, away from the rest of the files, which can
// go. A file has a hundred texts, most of them short: each for itself would cost as much
// for its place as for its letters, and every place is looked at again and again as
// memory is cleared.
type texts struct{ piece strings.Builder }

// pieceSize is how many bytes stand together: what does not fit in begins the next piece,
// and what is left of this one is lost.
const pieceSize = 4 << 10

func (t *texts) keep(text string) string {
	if t.piece.Cap()-t.piece.Len() < len(text) {
		t.piece = strings.Builder{}
		t.piece.Grow(max(pieceSize, len(text)))
	}
	begin := t.piece.Len()
	t.piece.WriteString(text)
	return t.piece.String()[begin:]
}
