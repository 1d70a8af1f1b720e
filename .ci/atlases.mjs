// Writes three other atlases into a folder, to try the program on:  node .ci/atlases.mjs FOLDER
//
//   nordic    renewable energy in ten Nordic regions, in English
//   german    an atlas in German, with English as its second language and questions, codes and networks
//   all       every NUTS 2 region that has official figures, in Dutch: hundreds of pages with little on them
//
// Their figures are those of assets/europe; everything else is made up and says so.
import fs from 'node:fs';
import path from 'node:path';

const into = process.argv[2];
const rows = (file) => fs.readFileSync(new URL(`../assets/europe/${file}`, import.meta.url), 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
const names = new Map(rows('names.csv').map(([code, ...name]) => [code, name.join(',').replace(/^"|"$/g, '')]));
const figures = rows('figures.csv');
const text = (value) => JSON.stringify(value);

// blocks writes the vocabularies of an atlas as TOML.
const blocks = (kind, list) => list.map((fields) => `\n[[${kind}]]\n` + Object.entries(fields).map(([key, value]) => `${key} = ${text(value)}\n`).join('')).join('');

function countries(codes, lang) {
  const called = new Intl.DisplayNames([lang], { type: 'region' });
  const iso = { EL: 'GR', UK: 'GB' };
  return blocks('countries', [...new Set(codes.map((code) => code.slice(0, 2)))].map((code) => ({ code, name: called.of(iso[code] ?? code) })));
}

function values(code, indicator) {
  const found = figures.filter((row) => row[0] === code && row[2] === indicator);
  if (found.length === 0) return '[{ status = "not reported" }]';
  return `[${found.map(([, , , year, value]) => `{ value = ${value}, year = ${year}, source = "eurostat" }`).join(', ')}]`;
}

function write(atlas, site, codes, indicators, vocabularies, facts, prose) {
  const folder = path.join(into, atlas, 'regions');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'atlas.toml'), `[site]\n${site}` + countries(codes, /lang = "(..)"/.exec(site)[1]) + blocks('indicators', indicators) + vocabularies);
  codes.forEach((code, number) => {
    const name = names.get(code) ?? code;
    fs.writeFileSync(path.join(folder, `${code}.md`), `+++\ncode = "${code}"\nname = ${text(name)}\n${facts(code, number)}
[figures]\n${indicators.map(({ key }) => `${key} = ${values(code, key)}\n`).join('')}
[[sources]]\nkey = "eurostat"\ntitle = "Eurostat, as in assets/europe"\nlink = "https://ec.europa.eu/eurostat"\nseen = 2026-11-26\n+++\n${prose(name)}\n`);
  });
}

const gdp = (name, unit) => ({ key: 'gdp_head', name, kind: 'ratio', unit, min: 0.5, main: true });
const aged = (name) => ({ key: 'aged_65', name, kind: 'share', unit: '%', decimals: 1 });
const level2 = [...new Set(figures.filter((row) => row[1] === '2').map((row) => row[0]))];

write('nordic', 'title = "Renewable energy in the North"\ntagline = "What ten Nordic regions do for renewable energy."\nsubject = "renewable energy"\nlang = "en"\n',
  ['DK01', 'DK02', 'DK03', 'DK04', 'DK05', 'FI19', 'FI1B', 'SE11', 'SE22', 'SE33'],
  [gdp('Gross domestic product per inhabitant', 'PPS'), aged('People aged 65 or older')],
  blocks('topics', [{ key: 'wind', name: 'Wind power' }, { key: 'heat', name: 'District heating' }]) +
    blocks('network_groups', [{ key: 'club', name: 'Clubs' }]) + blocks('networks', [{ key: 'windclub', name: 'A club for wind', short: 'Wind club', group: 'club' }]),
  (code, number) => `topics = ["${number % 2 ? 'wind' : 'heat'}"]\nmemberships = { windclub = "${['yes', 'no', 'not reported'][number % 3]}" }\n`,
  (name) => `${name} stands in an atlas that is made up to try the program. Nothing is told of its energy here.`);

write('german', 'title = { de = "Atlas der Wasserwirtschaft", en = "Atlas of water" }\ntagline = { de = "Was Regionen für ihr Wasser tun.", en = "What regions do for their water." }\n' +
    'subject = { de = "Wasserwirtschaft", en = "water" }\nlang = "de"\nlanguages = ["de", "en"]\n',
  ['DE11', 'DE12', 'DE21', 'DEA1', 'AT11', 'AT12', 'AT13', 'AT21'],
  [gdp('Bruttoinlandsprodukt je Einwohner', 'KKS'), aged('Anteil der Menschen ab 65 Jahren')],
  blocks('questions', [{ key: 'need', name: 'Bedarf an Leitungen', kind: 'need' }, { key: 'stand', name: 'Stand des Ausbaus', kind: 'level' }]) +
    blocks('ratings', [{ key: 'low', name: 'niedrig' }, { key: 'medium', name: 'mittel' }, { key: 'high', name: 'hoch' }]) +
    blocks('organisation_kinds', [{ key: 'works', name: 'Wasserwerke' }]) + '\n[[classifications]]\nkey = "area"\nname = "Bereiche"\nlabels = { A = "Trinkwasser", "A.1" = "Quellen", B = "Abwasser" }\n',
  (code, number) => `evaluation = { need = "${['low', 'medium', 'high'][number % 3]}", stand = "${['not reported', 'low', 'high'][number % 3]}" }\ncodes = { area = ["${['A', 'A.1', 'B'][number % 3]}"] }
organisations = [{ name = "Wasserwerke ${code}", lang = "de", kind = "works" }]\n`,
  (name) => `${name} steht in einem Atlas, der zum Ausprobieren erfunden ist. Über das Wasser der Region steht hier nichts.`);

write('all', 'title = "Alle regio’s"\ntagline = "Elke regio van NUTS 2 met officiële cijfers."\nsubject = "regio’s"\nlang = "nl"\n',
  level2, [gdp('Bruto binnenlands product per inwoner', 'KKS'), aged('Mensen van 65 jaar of ouder')], '',
  () => '', (name) => `${name} staat in een atlas die verzonnen is om het programma uit te proberen.`);
