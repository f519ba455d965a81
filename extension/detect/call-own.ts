type Method = (...given: never[]) => unknown;

/** The methods of `T`. */
type MethodName<T> = { [K in keyof T]: T[K] extends Method ? K : never }[keyof T];

/**
 * Calls a method that a document, or what may be a form, has from the platform: elements shadow the properties of both
 * by their names (HTML, `[LegacyOverrideBuiltIns]`; `<form name=evaluate>`).
 */
export function callOwn<T extends object, K extends MethodName<T>>(
  owner: T,
  name: K,
  ...given: T[K] extends Method ? Parameters<T[K]> : never
): T[K] extends Method ? ReturnType<T[K]> : never {
  return Object.getPrototypeOf(owner)[name].apply(owner, given);
}

/** A property that a document or a shadow root has from the platform. */
export function readRoot<T extends Document | ShadowRoot, K extends keyof T>(root: T, name: K): T[K] {
  return Reflect.get(Object.getPrototypeOf(root), name, root);
}
