import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** An element as a browser's own parser finds it. */
export type PageElement = {
  /** In lower case. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
  readonly children: readonly PageElement[];
};

/** Every element of a document in its order, what stands in templates included: a script may bring it to life. */
export function elementsOf(html: string): readonly PageElement[] {
  return childrenOf(parse(html)).flatMap(withAllBelow);
}

export function withAllBelow(element: PageElement): readonly PageElement[] {
  return [element, ...element.children.flatMap(withAllBelow)];
}

function childrenOf(node: Node): PageElement[] {
  const nodes = 'childNodes' in node ? node.childNodes : [];
  const hidden = 'content' in node ? node.content.childNodes : [];
  return [...nodes, ...hidden].filter(isElement).map(elementOf);
}

function elementOf(node: Element): PageElement {
  const attributes = node.attrs.map(({ prefix, name, value }) => [
    prefix ? `${prefix}:${name}` : name,
    value,
  ]);
  return {
    name: node.tagName.toLowerCase(),
    attributes: new Map(attributes.map(([name = '', value = '']) => [name.toLowerCase(), value])),
    text: node.childNodes.map((child) => ('value' in child ? child.value : '')).join(''),
    children: childrenOf(node),
  };
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}
