// node names.mjs URL: what a screen reader lists of every screen, links and buttons by name. One name must
// stand for one thing: links of one name lead to one place, and no two buttons of a screen share a name.
import { visit } from './page.mjs';
import { tour } from './screens.mjs';

// Of controls that belong to a list of answers, the question is part of the name.
const ROLES = ['link', 'button', 'DisclosureTriangle'];

async function nodes(page) {
  const flat = (node) => [node, ...(node.children ?? []).flatMap(flat)];
  return flat(await page.accessibility.snapshot({ interestingOnly: false }));
}

/** Names that stand for more than one thing. */
function ambiguous(all) {
  const known = new Map();
  const found = new Set();
  all.forEach(({ role, name, url }, at) => {
    const target = role === 'link' ? url : `${role} ${at}`;
    if (known.has(name) && known.get(name) !== target) found.add(name);
    known.set(name, target);
  });
  return [...found];
}

async function look(page, seen, screen) {
  const all = (await nodes(page)).filter((it) => ROLES.includes(it.role));
  seen.screens += 1;
  seen.named += all.length;
  for (const name of ambiguous(all)) seen.found.push(`${screen}: ${name}`);
  for (const { role } of all.filter((it) => !it.name)) seen.found.push(`${screen}: ${role} without a name`);
  if (all.some((it) => it.role === 'link' && !it.url)) seen.found.push(`${screen}: a link that leads nowhere`);
}

await visit(process.argv[2], async (page) => {
  const seen = { screens: 0, named: 0, found: [] };
  await tour(page, (screen) => look(page, seen, screen));
  return seen;
});
