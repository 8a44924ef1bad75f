/**
 * The printed page, in Typst. It sets blocks (document.ts) read from data.json and nothing else: text from the edition
 * is data and is never parsed as markup. Families are named, never searched for (`fallback: false`), so that a glyph
 * the fonts lack fails the export instead of being borrowed from the machine (documents are the same everywhere).
 * What only decorates (rules, small bars beside their figures, marks beside their words) is an artifact.
 */
export const TEMPLATE = String.raw`#let D = json("data.json")
#let ink = rgb("#16202e")
#let soft = rgb("#55606e")
#let line-ink = rgb("#d9d6cd")
#let hair = rgb("#ebe8e0")
#let band = rgb("#c9d6e8")
#let bar-ink = rgb("#2b5c9e")
#let accent = rgb(D.accent)
#let serif = ("Source Serif 4", "Source Sans 3")
#let sans = ("Source Sans 3", "Source Serif 4")
#let gutter = 17mm

#set document(
  title: D.title,
  author: D.author,
  description: D.description,
  date: datetime(
    year: D.createdAt.at(0), month: D.createdAt.at(1), day: D.createdAt.at(2),
    hour: D.createdAt.at(3), minute: D.createdAt.at(4), second: D.createdAt.at(5),
  ),
)
#set text(
  font: serif, fallback: false, size: 10.5pt, fill: ink, lang: D.lang, weight: 400,
  number-type: "lining", hyphenate: true, costs: (runt: 200%, widow: 300%, orphan: 300%),
)
#set par(leading: 0.66em, spacing: 0.95em, linebreaks: "optimized")

// Words

#let say(p) = {
  let body = if p.lang == none { p.text } else { text(lang: p.lang, p.text) }
  if p.at("to", default: none) != none { link(p.to, body) } else { body }
}
#let spans(items) = for s in items {
  if s.kind == "text" { s.text }
  else if s.kind == "emphasis" { emph(spans(s.spans)) }
  else if s.kind == "strong" { strong(spans(s.spans)) }
  else if s.kind == "link" { link(s.to, spans(s.spans)) }
  else if s.kind == "break" { linebreak() }
}
#let prose(items) = for p in items {
  if p.kind == "paragraph" { par(spans(p.spans)) }
  else if p.kind == "quote" { quote(block: true, prose(p.prose)) }
  else if p.kind == "list" and p.ordered { enum(..p.items.map(i => prose(i))) }
  else if p.kind == "list" { list(..p.items.map(i => prose(i))) }
}
#let passage(p) = if p.lang == none { prose(p.prose) } else { text(lang: p.lang, prose(p.prose)) }
#let small(size: 9pt, fill: soft, body) = text(font: sans, size: size, fill: fill, hyphenate: false, body)
#let mark(name, size: 8.5pt) = box(baseline: 0.12em, height: size, pdf.artifact(image("mark-" + name + ".svg", height: size)))
#let rule(stroke: 0.5pt + line-ink) = pdf.artifact(line(length: 100%, stroke: stroke))

#show link: set text(fill: rgb("#1d4f91"))
#show quote.where(block: true): set block(inset: (left: 5mm), stroke: (left: 1.2pt + line-ink))
#set list(marker: text(fill: accent)[–], indent: 0mm, body-indent: 2.5mm, spacing: 0.7em)
#set enum(indent: 0mm, body-indent: 2.5mm, spacing: 0.7em)

// The page: the horizon is the edge under every header

#let sun(r) = curve(
  fill: accent, stroke: none, curve.move((0mm, r)), curve.cubic((0mm, 0.4477 * r), (0.4477 * r, 0mm), (r, 0mm)),
  curve.cubic((1.5523 * r, 0mm), (2 * r, 0.4477 * r), (2 * r, r)), curve.close(mode: "straight"),
)
#let edge = pdf.artifact(block(width: 100%, height: 2.2mm, {
  place(bottom + left, line(length: 100%, stroke: 0.6pt + line-ink))
  if D.running.elapsed != none {
    let x = D.running.elapsed * 100%
    place(bottom + left, line(length: x, stroke: 1pt + accent))
    place(bottom + left, dx: x - 1.5mm, sun(1.5mm))
  }
}))
#let header = context {
  if counter(page).get().first() == 1 { return none }
  set text(font: sans, size: 8.5pt, fill: soft, hyphenate: false)
  grid(columns: (1fr, auto), column-gutter: 6mm, D.running.left, D.running.right)
  v(-2.4mm)
  edge
}
#let footer = context {
  let first = counter(page).get().first() == 1
  if first and D.opening.kind == "cover" { return none }
  set text(font: sans, size: 8.5pt, fill: soft, number-width: "tabular", hyphenate: false)
  grid(columns: (1fr, auto), column-gutter: 6mm, D.running.edition,
    D.running.page.replace("{n}", counter(page).display()).replace("{of}", str(counter(page).final().first())))
}
#set page(
  paper: "a4", margin: (top: 31mm, bottom: 26mm, left: 24mm, right: 24mm),
  header: header, footer: footer, header-ascent: 9mm, footer-descent: 9mm,
)

// Headings

#let plain-heading(level, size, body, above: 9mm, below: 4mm, outlined: true) = {
  show heading: it => block(above: above, below: below, sticky: true, inset: (left: gutter), text(
    font: if level < 3 { serif } else { sans }, size: size, weight: 600, hyphenate: false, par(leading: 0.4em, it.body),
  ))
  heading(level: level, outlined: outlined, bookmarked: true, body)
}
#let numeral-size(code) = if code.len() <= 2 { 44pt } else if code.len() <= 4 { 26pt } else { 17pt }
#let goal-heading(b) = {
  let numbering = if b.code == none { none } else { (..) => b.code }
  let code = if b.code == none { "" } else { b.code }
  let under = if b.under.len() == 0 { none } else { small(b.under.map(say).join(" · ")) }
  let hang(body, dy: 0pt) = place(top + left, dx: -gutter, dy: dy, body)
  if b.bare {
    let noted = b.mark != none
    show heading: it => block(
      width: 100%, above: 0pt, below: 0pt, breakable: false, sticky: false, stroke: (top: 0.5pt + hair),
      inset: (left: gutter, y: 2.3mm, right: if noted { 36mm } else { 0mm }),
      {
        hang(dy: 0.06em, pad(left: calc.max(0, b.rank - 1) * 3mm, text(font: sans, size: 10pt, weight: 400, fill: accent, number-width: "tabular", code)))
        if noted { place(top + right, dx: 36mm, box(width: 33mm, align(left, small(size: 9pt)[#mark(b.mark) #b.word]))) }
        text(font: serif, size: 11pt, weight: 400, hyphenate: false, it.body)
      },
    )
    heading(level: b.level, numbering: numbering, say(b.title))
  } else if b.rank == 0 {
    block(width: 100%, above: 10mm, below: 4.4mm, sticky: true, rule(stroke: 0.6pt + line-ink))
    block(inset: (left: gutter), above: 0mm, below: 2.6mm, sticky: true, small(size: 9.5pt, b.label))
    show heading: it => block(width: 100%, above: 0mm, below: if under == none { 6mm } else { 3mm }, sticky: true, inset: (left: gutter), {
      set par(leading: 0.42em)
      hang(dy: -5.6mm, text(size: numeral-size(code), weight: 300, fill: accent, top-edge: "cap-height", bottom-edge: "baseline", code))
      text(font: serif, size: 19pt, weight: 600, hyphenate: false, it.body)
    })
    heading(level: b.level, numbering: numbering, say(b.title))
    if under != none { block(inset: (left: gutter), above: 0mm, below: 6mm, sticky: true, under) }
  } else {
    let size = if b.rank == 1 { 13.5pt } else { 11.5pt }
    block(width: 100%, above: 8.5mm, below: 3.4mm, sticky: true, rule(stroke: 0.5pt + line-ink))
    show heading: it => block(width: 100%, above: 0mm, below: if under == none { 4.6mm } else { 2.2mm }, sticky: true, inset: (left: gutter), {
      set par(leading: 0.45em)
      hang(text(font: serif, size: size, weight: 400, fill: accent, code))
      text(font: if b.rank == 1 { serif } else { sans }, size: size, weight: 600, hyphenate: false, it.body)
    })
    heading(level: b.level, numbering: numbering, say(b.title))
    if under != none { block(inset: (left: gutter), above: 0mm, below: 3.6mm, sticky: true, under) }
  }
}

// Pieces

#let term-width = 38mm
#let facts(b) = {
  set text(font: sans, size: 9.5pt, hyphenate: false)
  set par(leading: 0.55em)
  set strong(delta: 0)
  let receipt = b.at("receipt", default: false)
  block(
    width: 100%, breakable: not receipt,
    inset: if receipt { (left: 5mm, y: 1mm) } else { 0mm }, stroke: if receipt { (left: 1.6pt + accent) } else { none },
    terms(
    separator: none, hanging-indent: term-width, tight: false, spacing: if receipt { 1.6mm } else { 2.4mm },
    ..b.items.map(f => terms.item(
      box(width: term-width, inset: (right: 3mm), text(weight: 400, fill: soft, f.term)),
      if f.at("code", default: false) { text(size: 9pt, number-width: "tabular", hyphenate: false, f.values.map(say).join(linebreak())) }
      else { f.values.map(say).join(linebreak()) },
    )),
  ))
}
#let measure(m, framed: false) = {
  set text(font: sans, size: 9.5pt, hyphenate: false)
  set par(leading: 0.55em, spacing: 0.6em)
  let figure = text(font: serif, size: if framed { 15pt } else { 12pt }, weight: 600,
    { if m.mark != none { mark(m.mark, size: if framed { 11pt } else { 9pt }); h(0.35em) }; m.say })
  let bar = if m.bar != none { image(m.bar.file, alt: m.bar.alt, width: 100%) }
  let lines = small(size: 9pt, m.lines.map(l => par(l)).join())
  if framed {
    block(below: 3mm, small(m.question))
    block(above: 0mm, below: 3mm, figure)
    block(above: 0mm, below: 3mm, bar)
    lines
  } else if bar == none { block(below: 2mm, figure); lines }
  else {
    grid(columns: (1fr, 1.15fr), column-gutter: 7mm, { block(below: 3mm, figure); block(above: 0mm, bar) }, lines)
  }
}
#let questions(b) = block(width: 100%, breakable: false, radius: 1.4mm, stroke: 0.6pt + line-ink,
  grid(columns: (1.25fr, 1fr), inset: 5mm,
    measure(b.measure, framed: true),
    grid.cell(stroke: (left: 0.6pt + line-ink), {
      block(below: 3mm, small(b.working.question))
      block(above: 0mm, text(font: serif, size: 12pt, weight: 600, hyphenate: false, b.working.say))
    }),
  ))
#let tiny-bar(bar) = pdf.artifact(block(width: 100%, height: 2.4mm, above: 1.4mm, below: 0mm, {
  place(left + horizon, rect(width: 100%, height: 1.5mm, fill: hair, stroke: none))
  place(left + horizon, rect(width: bar.done * 100%, height: 1.5mm, fill: bar-ink, stroke: none))
  if bar.expected != none {
    place(left + horizon, dx: calc.min(bar.expected, 0.985) * 100%, line(angle: 90deg, length: 2.4mm, stroke: 1.1pt + ink))
  }
}))
#let head-cells(names) = table.header(..names.map(h => table.cell(inset: (top: 0mm, bottom: 1.6mm, right: 3mm), text(fill: soft, size: 8.5pt, h))))
#let task-table(b) = {
  set text(font: sans, size: 9.5pt, hyphenate: false)
  set par(leading: 0.5em, spacing: 0.55em)
  show link: set text(fill: ink)
  let note(n) = {
    let term = if n.term != "" { text(fill: soft)[#n.term: ] }
    let lone = n.value.prose.len() == 1 and n.value.prose.first().kind == "paragraph"
    let body = if lone { par(term + spans(n.value.prose.first().spans)) } else { term; prose(n.value.prose) }
    text(font: sans, size: 9pt, hyphenate: false, if n.value.lang == none { body } else { text(lang: n.value.lang, body) })
  }
  let cells = ()
  for r in b.rows {
    let noted = r.notes.len() > 0
    let cell(body) = table.cell(breakable: false, stroke: if noted { none } else { (bottom: 0.5pt + hair) }, inset: (top: 2mm, bottom: if noted { 0.6mm } else { 2mm }, left: 0mm, right: 3mm), body)
    // The code spans the row and its notes, which keeps them on one page unless they are very long.
    let code = text(fill: soft, number-width: "tabular", hyphenate: false, r.code)
    let short = json.encode(r.notes, pretty: false).len() < 4000
    cells.push(if noted { table.cell(rowspan: 2, breakable: not short, stroke: (bottom: 0.5pt + hair), code) } else { cell(code) })
    cells.push(cell({
      text(weight: 600, hyphenate: false, say(r.title))
      if r.units.len() > 0 { linebreak(); small(size: 8.8pt, r.units.map(say).join(" · ")) }
    }))
    cells.push(cell(text(size: 9pt, hyphenate: false, r.dates.join(linebreak()))))
    cells.push(cell(text(size: 9pt, hyphenate: false, grid(columns: (4.4mm, 1fr), mark(r.mark), r.word))))
    cells.push(cell({
      if r.progress != none { text(number-width: "tabular", r.progress) } else { text(fill: soft, "–") }
      if r.planned != none { text(size: 8.5pt, fill: soft, ", " + r.planned) }
      if r.bar != none { tiny-bar(r.bar) }
    }))
    if noted {
      cells.push(table.cell(colspan: 4, breakable: not short, stroke: (bottom: 0.5pt + hair), inset: (top: 1mm, bottom: 2.4mm, left: 0mm, right: 3mm), r.notes.map(note).join()))
    }
  }
  block(above: 5mm, below: 6mm, table(
    columns: (gutter, 1fr, 23mm, 29mm, 27mm), align: left + top,
    inset: (top: 2mm, bottom: 2mm, left: 0mm, right: 3mm),
    stroke: (x, y) => if y == 0 { (bottom: 0.8pt + ink) } else { none },
    head-cells(b.head), ..cells,
  ))
}
#let goal-table(b) = {
  set text(font: sans, size: 9.5pt, hyphenate: false)
  set par(leading: 0.5em)
  block(above: 4mm, below: 6mm, table(
    columns: (gutter, 1fr, 34mm, 30mm), align: left + top,
    inset: (top: 2mm, bottom: 2mm, left: 0mm, right: 3mm),
    stroke: (x, y) => if y == 0 { (bottom: 0.8pt + ink) } else { (bottom: 0.5pt + hair) },
    head-cells(b.head),
    ..b.rows.map(r => (
      text(fill: accent, number-width: "tabular", r.code),
      text(font: serif, size: 10.5pt, hyphenate: false, say(r.title)),
      grid(columns: (4.4mm, 1fr), mark(r.mark), r.word),
      { text(weight: 600, r.figure); if r.range != "" { linebreak(); small(size: 8.8pt, r.range) } },
    )).flatten(),
  ))
}
#let counts(b) = {
  set text(font: sans, size: 9.5pt, hyphenate: false)
  set par(leading: 0.8em, linebreaks: "simple")
  b.items.map(i => box({
    mark(i.mark); h(0.4em)
    if i.count != none { text(weight: 600, i.count); [ ] }
    i.word
  })).join(h(1.6em, weak: true) + sym.zws)
}
#let statement(b) = {
  plain-heading(b.level, 10pt, text(font: sans, weight: 400, fill: soft, b.label), above: 6.5mm, below: 2.6mm, outlined: false)
  block(below: 6mm, inset: (left: gutter), width: 94%, text(size: if b.large { 15pt } else { 12pt }, hyphenate: false, { set par(leading: 0.55em, justify: false); passage(b.passage) }))
}

// Opening

#let arms = if D.opening.arms == none { none } else { image(D.opening.arms.file, alt: D.opening.arms.alt, height: 14mm) }
#let cover() = {
  set text(hyphenate: false)
  set par(justify: false)
  grid(columns: (auto, 1fr), column-gutter: 5mm, align: horizon,
    ..(if arms != none { (arms,) } else { () }),
    text(font: sans, size: 18pt, weight: 600, say(D.opening.city)))
  v(1fr)
  block(width: 94%, {
    show title: it => text(font: serif, size: 36pt, weight: 600, tracking: -0.01em, par(leading: 0.34em, it.body))
    title(say(D.opening.title))
  })
  if D.opening.lead != none { v(5mm); block(width: 78%, text(size: 14pt, fill: rgb("#2d3846"), par(leading: 0.58em, say(D.opening.lead)))) }
  v(1.1fr)
  text(font: sans, size: 11pt, fill: soft, D.opening.period)
  v(1mm)
  image(D.opening.horizon.file, alt: D.opening.horizon.alt, width: 100%)
  v(1.3fr)
  rule()
  v(1mm)
  {
    set text(font: sans, size: 10pt)
    grid(columns: (1fr, 1.2fr), column-gutter: 10mm,
      D.opening.edition.map(l => par(l)).join(),
      if D.opening.notice != none { text(fill: ink, weight: 600, D.opening.notice) })
  }
  pagebreak()
}
#let head() = {
  set text(hyphenate: false)
  set par(justify: false)
  {
    set text(font: sans, size: 10pt)
    grid(columns: if arms == none { (1fr, auto) } else { (auto, 1fr, auto) }, column-gutter: 4mm, align: horizon,
      ..(if arms == none { () } else { (box(height: 9mm, arms),) }),
      [#strong(say(D.opening.city)) #text(fill: soft, D.running.left.slice(D.opening.city.text.len()))],
      text(fill: soft, D.opening.edition.first()))
  }
  v(-1mm)
  edge
  if D.opening.notice != none { v(-1mm); small(size: 9pt, D.opening.notice) }
  v(9mm)
  pad(left: gutter, {
    if D.opening.label != none { block(below: 0mm, text(size: 12pt, fill: accent, say(D.opening.label))) }
  })
  plain-heading(1, 26pt, say(D.opening.title), above: 4.5mm, below: 5mm)
  if D.opening.lead != none { block(inset: (left: gutter), width: 90%, text(size: 12.5pt, fill: rgb("#2d3846"), par(leading: 0.55em, say(D.opening.lead)))) }
  if D.opening.horizon != none { v(3mm); image(D.opening.horizon.file, alt: D.opening.horizon.alt, width: 100%) }
}

// Some readers know one character a glyph, the first it stood for. Were that the soft hyphen of a line end, "e-mail"
// could not be found or copied, so each face that hyphenates begins with a real one, unseen.
#place(top + left, pdf.artifact(text(size: 1pt, fill: white)[-#emph[-]#strong[-]]))
#if D.opening.kind == "cover" { cover() } else { head() }

#if D.contents != none {
  set text(font: sans, size: 10pt)
  show outline.entry: it => {
    let top = it.level == 1
    let prefix = it.prefix()
    link(it.element.location(), block(above: if top { 4.6mm } else { 2.2mm }, below: 0mm, width: 100%, grid(
      columns: (gutter, 1fr, 9mm), align: (left, left, right + bottom),
      text(fill: accent, font: if top { serif } else { sans }, number-width: "tabular", if prefix == none { [] } else { prefix }),
      text(fill: ink, font: if top { serif } else { sans }, weight: if top { 600 } else { 400 }, size: if top { 11.5pt } else { 10pt }, hyphenate: false, it.body()),
      text(fill: soft, number-width: "tabular", it.page()),
    )))
  }
  show heading: it => block(below: 8mm, inset: (left: gutter), text(font: serif, size: 19pt, weight: 600, it.body))
  outline(title: D.contents.title, depth: D.contents.depth)
}

#let column(width: 100%, ..how, body) = block(inset: (left: gutter), width: 100%, ..how, block(width: width, body))
#for b in D.blocks {
  if b.at("newPage", default: false) { pagebreak(weak: true) }
  if b.kind == "heading" {
    plain-heading(b.level, if b.level == 1 { 19pt } else if b.level == 2 { 13.5pt } else { 11pt }, b.text, outlined: b.level == 1)
  }
  else if b.kind == "goal" { goal-heading(b) }
  else if b.kind == "statement" { statement(b) }
  else if b.kind == "prose" {
    if b.size == "small" { column(width: 96%, small(size: 9pt, passage(b.passage))) }
    else if b.size == "lead" { column(width: 94%, text(size: 12pt, { set par(leading: 0.62em); passage(b.passage) })) }
    else { column({ set par(justify: true); passage(b.passage) }) }
  }
  else if b.kind == "facts" { column(above: 5mm, below: 6mm, facts(b)) }
  else if b.kind == "measure" { column(above: 6mm, below: 6.5mm, breakable: false, measure(b.measure)) }
  else if b.kind == "questions" { column(above: 6mm, below: 7mm, questions(b)) }
  else if b.kind == "tasks" { task-table(b) }
  else if b.kind == "goals" { goal-table(b) }
  else if b.kind == "list" { column(width: 96%, list(..b.items.map(i => say(i)))) }
  else if b.kind == "counts" { column(above: 4mm, below: 4.5mm, counts(b)) }
}
`;
