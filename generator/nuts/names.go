package nuts

import (
	"encoding/csv"
	"fmt"
	"strings"
)

// NamesFile is the name of the table of names among the assets.
const NamesFile = "nuts/names.csv"

// Name is what a region is called at home. Its language is "" where a name is of two
// languages, or nobody has said which: it is never guessed from the country.
type Name struct{ Text, Lang string }

// ReadNames reads the table of names, by code. It fails when a row has another form than
// the table's, or a code stands twice.
func ReadNames(data []byte) (map[string]Name, error) {
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read as a table: %w", NamesFile, err)
	}
	names := map[string]Name{}
	for n, row := range rows {
		const columns = 3
		switch {
		case n == 0: // the heads of the columns
			continue
		case len(row) != columns || row[0] == "" || row[1] == "":
			return nil, fmt.Errorf("line %d of %s is not a code, a name and a language", n+1, NamesFile)
		case names[row[0]] != Name{}:
			return nil, fmt.Errorf("line %d of %s names %s again", n+1, NamesFile, row[0])
		}
		names[row[0]] = Name{row[1], row[2]}
	}
	return names, nil
}
