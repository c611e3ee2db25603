import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cursorIn, grouped, printed } from '../src/money-text.js';

test('digits are grouped in threes, whatever was grouped wrongly before', () => {
  for (const [typed, shown] of [
    ['1234567.891', '1,234,567.891'], ['12,34', '1,234'], ['-1000', '-1,000'], ['999', '999'], ['1000.', '1,000.'], ['.5', '.5'], ['', ''], ['-', '-'],
    ['无', '无'], ['1e5', '1e5'], ['12a', '12a'], ['1.2.3', '1.2.3'],
  ]) {
    assert.equal(grouped(typed), shown);
  }
});

test('the cursor stays behind its digit', () => {
  assert.equal(cursorIn('1234', '1,234'), 5);
  assert.equal(cursorIn('12', '1,234'), 3);
  assert.equal(cursorIn('', '1,234'), 0);
});

test('an amount in 元 is printed in 万元, half away from zero', () => {
  assert.deepEqual(printed('952,052,900', '元'), { shown: '95,205.29', yuan: '952,052,900.00' });
  assert.equal(printed('49.99', '元').shown, '0.00');
  assert.equal(printed('50', '元').shown, '0.01');
  assert.equal(printed('-50', '元').shown, '-0.01');
  assert.deepEqual(printed('1000.5', '元'), { shown: '0.10', yuan: '1,000.50' });
});

test('an amount in 万元 is exact to the 分', () => {
  assert.deepEqual(printed('95,205.29', '万元'), { shown: '95,205.29', yuan: '952,052,900.00' });
  assert.deepEqual(printed('12.345678', '万元'), { shown: '12.35', yuan: '123,456.78' });
  assert.equal(printed('99999999999999999', '万元').shown, '99,999,999,999,999,999.00');
});

test('what is no amount is not printed', () => {
  for (const typed of ['', '-', 'abc', '1.2.3', '十']) {
    assert.equal(printed(typed, '万元'), null);
  }
});
