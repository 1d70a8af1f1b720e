package geometry

import "math"

// The projection: the ellipsoid GRS 1980, its origin, and the false origin in metres.
const (
	major     = 6378137.0
	flat      = 1 / 298.257222101
	e2        = flat * (2 - flat)
	easting   = 4321000.0
	northing  = 3210000.0
	perDegree = math.Pi / 180
	lon0      = 10 * perDegree
	lat0      = 52 * perDegree
)

// authalic is the q of the formulas, by which a latitude becomes that on a sphere of the
// same area.
func authalic(phi float64) float64 {
	e, s := math.Sqrt(e2), math.Sin(phi)
	return (1 - e2) * (s/(1-e2*s*s) - math.Log((1-e*s)/(1+e*s))/(2*e))
}

// Project turns longitude and latitude (degrees, ETRS89 or WGS 84) into metres of
// EPSG:3035: Lambert azimuthal equal area, ellipsoid GRS 1980, origin 52° N 10° E,
// false easting 4,321,000 m, false northing 3,210,000 m. Formulas: IOGP
// Publication 373-7-2 (EPSG guidance note 7-2), method 9820.
func Project(lon, lat float64) (x, y float64) {
	pole := authalic(math.Pi / 2)
	beta0, beta := math.Asin(authalic(lat0)/pole), math.Asin(authalic(lat*perDegree)/pole)
	radius := major * math.Sqrt(pole/2)
	stretch := major * math.Cos(lat0) / math.Sqrt(1-e2*math.Pow(math.Sin(lat0), 2)) / (radius * math.Cos(beta0))
	turn := lon*perDegree - lon0
	b := radius * math.Sqrt(2/(1+math.Sin(beta0)*math.Sin(beta)+math.Cos(beta0)*math.Cos(beta)*math.Cos(turn)))
	x = easting + b*stretch*math.Cos(beta)*math.Sin(turn)
	y = northing + b/stretch*(math.Cos(beta0)*math.Sin(beta)-math.Sin(beta0)*math.Cos(beta)*math.Cos(turn))
	return x, y
}

// Unproject turns metres of EPSG:3035 back into longitude and latitude: the inverse of
// Project, by the series of the same source.
func Unproject(x, y float64) LonLat {
	pole := authalic(math.Pi / 2)
	beta0, radius := math.Asin(authalic(lat0)/pole), major*math.Sqrt(pole/2)
	stretch := major * math.Cos(lat0) / math.Sqrt(1-e2*math.Pow(math.Sin(lat0), 2)) / (radius * math.Cos(beta0))
	east, north := (x-easting)/stretch, (y-northing)*stretch
	far := math.Hypot(east, north)
	if far == 0 {
		return LonLat{10, 52}
	}
	c := 2 * math.Asin(far/(2*radius))
	beta := math.Asin(math.Cos(c)*math.Sin(beta0) + north*math.Sin(c)*math.Cos(beta0)/far)
	lon := 10 + math.Atan2(east*math.Sin(c), far*math.Cos(beta0)*math.Cos(c)-north*math.Sin(beta0)*math.Sin(c))/perDegree
	lat := beta + (e2/3+31*e2*e2/180+517*e2*e2*e2/5040)*math.Sin(2*beta) +
		(23*e2*e2/360+251*e2*e2*e2/3780)*math.Sin(4*beta) + 761*e2*e2*e2/45360*math.Sin(6*beta)
	return LonLat{lon, lat / perDegree}
}
