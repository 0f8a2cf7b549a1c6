//! What refers to what in cargo's module: its functions and the constants they use.
//!
//! The linker knows this exactly and, asked with `--emit-relocs`, leaves it in the module: a
//! relocation says at which byte of code or data the address of which symbol stands, so the table
//! slots in a vtable are told apart from numbers that look like them.
//! (WebAssembly tool conventions, "Linking" and "Relocation Sections".)

use std::collections::BTreeMap;
use std::ops::Range;

use wasmparser::{
    BinaryReader, BinaryReaderError, DataKind, Linking, LinkingSectionReader, Name, NameSectionReader,
    Operator, Parser, Payload, RelocSectionReader, RelocationType, SymbolInfo, TypeRef,
};

/// Something that refers to others or is referred to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Node {
    /// A function, by its index.
    Function(u32),
    /// Constant data, by its place in [`Links::blocks`].
    Block(usize),
}

/// Data that is used as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// Its addresses in memory.
    pub(super) addresses: Range<u32>,
    /// What its words point to.
    pub(super) to: Vec<Node>,
}

/// The module as a graph.
#[derive(Debug, Default)]
pub(super) struct Links {
    /// Names of functions, by index.
    pub(super) names: BTreeMap<u32, String>,
    /// What each function refers to, by index.
    pub(super) functions: BTreeMap<u32, Vec<Node>>,
    /// The data, in the order of addresses.
    pub(super) blocks: Vec<Block>,
    /// What is used from outside, or by data that belongs to no symbol.
    pub(super) roots: Vec<Node>,
}

/// Reads the graph of a module that was linked with `--emit-relocs`.
///
/// # Errors
/// It is no module, or has no relocations.
pub(super) fn read(module: &[u8]) -> Result<Links, String> {
    let parts = Parts::read(module).map_err(|error| error.to_string())?;
    if parts.symbols.is_empty() || parts.relocations.is_empty() {
        return Err("the linker left no relocations in it".to_owned());
    }
    Ok(parts.link())
}

/// A symbol, as far as it matters here.
enum Symbol {
    Function(u32),
    /// Addresses of data.
    Data(Range<u32>),
    Other,
}

/// The module's sections, each reduced to what linking needs. Offsets are bytes in the file.
#[derive(Default)]
struct Parts {
    names: BTreeMap<u32, String>,
    imported: u32,
    /// Where each function's body lies, and whom it calls.
    bodies: Vec<(Range<usize>, Vec<u32>)>,
    /// Where each segment's bytes lie, and the address of the first.
    segments: Vec<(Range<usize>, u32)>,
    exported: Vec<u32>,
    symbols: Vec<Symbol>,
    /// Where in the file an address stands, and the symbol's index.
    relocations: Vec<(usize, u32)>,
}

impl Parts {
    fn read(module: &[u8]) -> Result<Parts, BinaryReaderError> {
        let mut parts = Parts::default();
        let mut starts = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload?;
            starts.extend(payload.as_section().map(|(_, range)| range.start));
            match payload {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        parts.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export?;
                        let is_function = export.kind == wasmparser::ExternalKind::Func;
                        parts.exported.extend(is_function.then_some(export.index));
                    }
                }
                Payload::StartSection { func, .. } => parts.exported.push(func),
                Payload::CodeSectionEntry(body) => parts.bodies.push((body.range(), calls(&body)?)),
                Payload::DataSection(segments) => {
                    for segment in segments {
                        let segment = segment?;
                        let bytes = segment.range.end - segment.data.len()..segment.range.end;
                        parts.segments.push((bytes, address(&segment.kind)?));
                    }
                }
                Payload::CustomSection(section) => {
                    parts.custom(section.name(), section.data(), section.data_offset(), &starts)?;
                }
                _ => {}
            }
        }
        Ok(parts)
    }

    /// Takes what a custom section says; `starts` are the offsets of the sections so far.
    fn custom(
        &mut self,
        name: &str,
        data: &[u8],
        offset: usize,
        starts: &[usize],
    ) -> Result<(), BinaryReaderError> {
        let reader = BinaryReader::new(data, offset);
        if name == "name" {
            for part in NameSectionReader::new(reader) {
                if let Name::Function(names) = part? {
                    for name in names {
                        let name = name?;
                        self.names.insert(name.index, name.name.to_owned());
                    }
                }
            }
        } else if name == "linking" {
            for part in LinkingSectionReader::new(reader)?.subsections() {
                if let Linking::SymbolTable(symbols) = part? {
                    for symbol in symbols {
                        self.symbols.push(self.symbol(&symbol?));
                    }
                }
            }
        } else if name.starts_with("reloc.") {
            let section = RelocSectionReader::new(reader)?;
            let start = usize::try_from(section.section_index()).ok().and_then(|at| starts.get(at));
            for entry in section.entries() {
                let entry = entry?;
                if let (Some(start), false) = (start, entry.ty == RelocationType::TypeIndexLeb) {
                    self.relocations.push((start + entry.offset as usize, entry.index));
                }
            }
        }
        Ok(())
    }

    fn symbol(&self, symbol: &SymbolInfo) -> Symbol {
        match symbol {
            SymbolInfo::Func { index, .. } => Symbol::Function(*index),
            SymbolInfo::Data { symbol: Some(data), .. } if data.size > 0 => {
                let segment = self.segments.get(data.index as usize);
                segment.map_or(Symbol::Other, |(_, address)| {
                    let start = address + data.offset;
                    Symbol::Data(start..start + data.size)
                })
            }
            _ => Symbol::Other,
        }
    }

    fn link(self) -> Links {
        let mut links = Links { blocks: blocks(&self.symbols), ..Links::default() };
        for (function, (_, calls)) in (self.imported..).zip(&self.bodies) {
            links.functions.insert(function, calls.iter().map(|callee| Node::Function(*callee)).collect());
        }
        for (place, symbol) in &self.relocations {
            let to = self.symbols.get(*symbol as usize).and_then(|symbol| match symbol {
                Symbol::Function(index) => Some(Node::Function(*index)),
                Symbol::Data(addresses) => block_at(&links.blocks, addresses.start).map(Node::Block),
                Symbol::Other => None,
            });
            let Some(to) = to else { continue };
            if let Some(body) = holding(&self.bodies, *place) {
                let function = u32::try_from(body).ok().map(|body| self.imported + body);
                function.and_then(|it| links.functions.get_mut(&it)).into_iter().for_each(|it| it.push(to));
            } else if let Some((bytes, address)) =
                holding(&self.segments, *place).and_then(|at| self.segments.get(at))
            {
                let address = u32::try_from(place - bytes.start).map_or(0, |offset| address + offset);
                match block_at(&links.blocks, address).and_then(|at| links.blocks.get_mut(at)) {
                    Some(block) => block.to.push(to),
                    None => links.roots.push(to),
                }
            }
        }
        links.roots.extend(self.exported.iter().map(|function| Node::Function(*function)));
        links.names = self.names;
        links
    }
}

/// The functions that a body calls by name. The linker's own functions have no relocations.
fn calls(body: &wasmparser::FunctionBody) -> Result<Vec<u32>, BinaryReaderError> {
    let mut calls = Vec::new();
    for operator in body.get_operators_reader()? {
        if let Operator::Call { function_index } = operator? {
            calls.push(function_index);
        }
    }
    Ok(calls)
}

/// The address of a segment's first byte; of a passive one there is none, and nothing points to it.
fn address(kind: &DataKind) -> Result<u32, BinaryReaderError> {
    if let DataKind::Active { offset_expr, .. } = kind
        && let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
    {
        return Ok(value.cast_unsigned());
    }
    Ok(0)
}

/// The data of all symbols; what overlaps is one block.
fn blocks(symbols: &[Symbol]) -> Vec<Block> {
    let ranges = symbols.iter().filter_map(|symbol| match symbol {
        Symbol::Data(addresses) => Some(addresses.clone()),
        Symbol::Function(_) | Symbol::Other => None,
    });
    let mut ranges: Vec<_> = ranges.collect();
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut blocks: Vec<Block> = Vec::new();
    for range in ranges {
        match blocks.last_mut() {
            Some(last) if range.start < last.addresses.end => {
                last.addresses.end = last.addresses.end.max(range.end);
            }
            _ => blocks.push(Block { addresses: range, to: Vec::new() }),
        }
    }
    blocks
}

/// The place of the block that holds an address.
fn block_at(blocks: &[Block], address: u32) -> Option<usize> {
    let at = blocks.partition_point(|block| block.addresses.start <= address).checked_sub(1)?;
    blocks.get(at).is_some_and(|block| block.addresses.contains(&address)).then_some(at)
}

/// The place of the range, of ranges in ascending order, that holds a byte of the file.
fn holding<T>(ranges: &[(Range<usize>, T)], place: usize) -> Option<usize> {
    let at = ranges.partition_point(|(range, _)| range.start <= place).checked_sub(1)?;
    ranges.get(at).is_some_and(|(range, _)| range.contains(&place)).then_some(at)
}
