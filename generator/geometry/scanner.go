package geometry

import "math"

// scanner reads lists of lists of points in JSON that is known to be valid, points as
// differences to the one before. Whatever else stands there makes it odd.
type scanner struct {
	text  []byte
	at    int
	isOdd bool
}

// is passes over white space, and over a byte if it comes next.
func (s *scanner) is(b byte) bool {
	for s.at < len(s.text) && s.text[s.at] <= ' ' {
		s.at++
	}
	if s.at == len(s.text) || s.text[s.at] != b {
		return false
	}
	s.at++
	return true
}

func (s *scanner) must(b byte) { s.isOdd = !s.is(b) || s.isOdd }

// lines reads all lines.
func (s *scanner) lines() (lines [][][2]int32) {
	var points [][2]int32 // of all lines, many at a time
	s.must('[')
	for more := !s.is(']'); more && !s.isOdd; more = s.is(',') {
		from := len(points)
		points = s.line(points)
		if line := points[from:len(points):len(points)]; len(line) > 1 {
			lines = append(lines, line)
		} else {
			s.isOdd = true
		}
		if cap(points)-len(points) < 1000 {
			points = make([][2]int32, 0, 10_000)
		}
	}
	return lines
}

// line reads the points of a line.
func (s *scanner) line(points [][2]int32) [][2]int32 {
	var x, y int64
	s.must('[')
	for more := true; more && !s.isOdd; more = s.is(',') {
		s.must('[')
		x += s.number()
		s.must(',')
		y += s.number()
		s.must(']')
		s.isOdd = s.isOdd || x != int64(int32(x)) || y != int64(int32(y))
		points = append(points, [2]int32{int32(x), int32(y)})
	}
	s.must(']')
	return points
}

// number reads a whole number of 32 bits.
func (s *scanner) number() (n int64) {
	isNegative := s.is('-')
	from := s.at
	for s.at < len(s.text) && s.text[s.at]-'0' <= 9 && n <= math.MaxInt32 {
		n = 10*n + int64(s.text[s.at]-'0')
		s.at++
	}
	s.isOdd = s.isOdd || s.at == from || n > math.MaxInt32
	if isNegative {
		return -n
	}
	return n
}
