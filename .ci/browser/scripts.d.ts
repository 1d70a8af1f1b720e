// What the scripts of the site hand each other through the window.

/** One region of the facts: code, name, code of the country. */
type RegionName = [string, string, string];

/** A facet of the facts, as generator/finder writes it. */
interface FactsFacet {
  k: string;
  t: 'one' | 'any' | 'between' | 'least';
  o?: string[];
  u: number;
  v?: string | number[];
  h?: number[][];
  s?: number[];
  n?: (number | null)[];
  [more: string]: any;
}

/** What a region says of an aspect, as generator/finder writes it. */
interface Said {
  k?: string[];
  p: { t: string; n?: string; a?: string; l?: string; k?: string }[];
  y?: number;
  g?: string;
  m?: [number, number];
  b?: [number, number, number, number];
}

/** What a brief on a region and any other needs to know of it, as generator/finder writes it. */
interface Brief {
  n: number;
  e?: string[];
  t?: { i: number; k: string; t: string; a?: string }[];
  w?: { t: string; a?: string; r: string[] }[];
  l?: { [section: string]: string[] };
  c?: { [classification: string]: { k: string; u?: string; t?: string; a: string; s?: boolean }[] };
}

/** By which column a table is sorted. */
interface TableOrder { key: string; descending: boolean }

interface Window {
  atlasAddress: {
    own(owns: (key: string) => boolean, show: () => void): void;
    get(key: string): string | null;
    set(changes: { [key: string]: string | null }, replaces?: boolean): void;
    clear(owns: (key: string) => boolean): void;
    lost(): string[];
  };
  atlasSorting: {
    read(text: string | null): TableOrder | null;
    write(order: TableOrder | null): string | null;
    next(order: TableOrder | null, head: HTMLElement): TableOrder;
    sorted(values: (number | string | null)[], descending: boolean): number[];
    button(head: HTMLElement, words: string, press: (head: HTMLElement) => void): void;
    mark(heads: HTMLElement[], order: TableOrder | null): void;
  };
  atlasFold(text: string): string;
  atlasFind(key: string, shard: any): void;
  atlasFindAll(root: string, typed: string, told: (answer: any) => void): void;
  atlasSearch(index: any): void;
  atlasFound: any;
  atlasTake(name: string, rows: string[][]): void;
  atlasFacts(facts: { regions: RegionName[]; facets: FactsFacet[] }): void;
  atlasPage(page: HTMLElement, words?: { [key: string]: string }): any;
  atlasNames(names: { words: { [key: string]: string }; facets: { key: string; name: string; subject: string; kind: string; members?: string[]; options: { [key: string]: string } }[] }): void;
  atlasAsked(asked: any): void;
  atlasCompared(region: { code: string; name: string; address: string; says: { [aspect: string]: Said }; brief: Brief }): void;
}

/** What is clicked on these pages is an element. */
interface EventTarget {
  closest(selector: string): any;
}
