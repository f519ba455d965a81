import '@angular/compiler';
import { Component, provideZonelessChangeDetection } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { bootstrapApplication } from '@angular/platform-browser';
import { CHOICES, FIELDS, tellOrder } from './parts/fields.ts';

class OrderForm {
  readonly fields = FIELDS;
  readonly choices = CHOICES;
  readonly group = new FormGroup(
    Object.fromEntries(
      FIELDS.map(([key]) => [
        key,
        new FormControl('', { nonNullable: true, validators: Validators.required }),
      ]),
    ),
    { updateOn: 'blur' },
  );

  constructor() {
    tellOrder(() => (this.group.valid ? this.group.getRawValue() : { trap: 'invalid' }));
  }
}

const Described = Component({
  selector: 'order-form',
  imports: [ReactiveFormsModule],
  template: `<div [formGroup]="group">@for (field of fields; track field[0]) {
    <label>{{ field[1] }}
    @if (choices[field[0]]; as list) {
      <select [formControlName]="field[0]">@for (one of list; track one[0]) { <option [value]="one[0]">{{ one[1] }}</option> }</select>
    } @else { <input [formControlName]="field[0]"> }</label> }</div>`,
})(OrderForm);

document.getElementById('root')?.append(document.createElement('order-form'));
void bootstrapApplication(Described ?? OrderForm, { providers: [provideZonelessChangeDetection()] });
