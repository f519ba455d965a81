declare module 'inputmask' {
  export default function Inputmask(mask: string, options?: object): { mask(element: Element): void };
}
declare module 'jquery' {
  export default function jquery(selector: string): object;
}
declare module 'select2' {
  export default function install(root: object, jquery: object): void;
}
