"""The style of the page: letters of the reader's own system, black on white, as wide as a sheet of A4 can be read.

Browsers read it as it stands, so it has no letter that would be escaped in text.
"""

STYLE = """
@page { size: A4; margin: 16mm 14mm; }
* { box-sizing: border-box; }
body { font: 15px/1.45 Helvetica Neue, Arial, Liberation Sans, sans-serif; color: #111; background: #fff;
  max-width: 820px; margin: 0 auto; padding: 20px; }
h1 { font-size: 28px; line-height: 1.15; margin: 0 0 4px; }
h2 { font-size: 21px; border-bottom: 2px solid #111; padding-bottom: 3px; margin: 34px 0 12px; }
h3 { font-size: 16px; margin: 20px 0 6px; }
p, ul, ol, dl { margin: 6px 0 10px; }
li { margin: 2px 0; }
nav ul { columns: 2; padding-left: 18px; }
a { color: inherit; }
table { border-collapse: collapse; width: 100%; font-size: 13px; margin: 6px 0 12px; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid #bbb; padding: 3px 6px; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { border-bottom: 2px solid #111; }
.number { text-align: right; white-space: nowrap; overflow-wrap: normal; }
.note, figcaption, .small { font-size: 12.5px; color: #333; }
.digest { font: 11px/1.3 Liberation Mono, Consolas, monospace; overflow-wrap: anywhere; }
.box { border: 1.5px solid #111; padding: 8px 14px; margin: 10px 0; }
.write { border-bottom: 1px dotted #777; height: 26px; }
figure { margin: 14px 0 18px; }
figure h3 { margin: 0; }
figure svg:not(.key) { display: block; width: 100%; height: auto; }
svg text { font: 11px Arial, Liberation Sans, sans-serif; fill: #111; }
svg text.name { font-weight: 600; }
svg text.end { text-anchor: end; }
svg text.middle { text-anchor: middle; }
svg .grid { stroke: #ccc; stroke-width: 1; }
svg.key { width: 28px; height: 12px; vertical-align: -1px; }
.legend { list-style: none; padding: 0; font-size: 12.5px; display: flex; flex-wrap: wrap; gap: 2px 16px; }
details { margin: 4px 0 10px; }
summary { cursor: pointer; font-size: 13px; }
.turn { border-left: 3px solid #111; padding-left: 12px; margin: 16px 0; }
.verdict { font-weight: 600; }
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; }
  nav { display: none; }
  .sheet { break-after: page; }
  h2, h3, summary { break-after: avoid; }
  figure, tr, .box { break-inside: avoid; }
  details::details-content { content-visibility: visible; }
  a { text-decoration: none; }
}
"""
