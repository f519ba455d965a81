import type { HubCountry } from '#shared/address/country-rules.ts';
import type { Random } from '../app/services.ts';

/** Common names in the script of each hub's country, given then family; letters only, so that every form takes them. */
export const NAMES: Record<HubCountry, readonly [given: string, family: string]> = {
  US: [
    'Alex Casey Drew Jamie Jordan Morgan Quinn Riley Robin Taylor',
    'Baker Carter Cooper Ellis Foster Gray Hayes Mason Palmer Reed',
  ],
  CA: [
    'Alex Avery Blake Cameron Devon Emery Kelly Logan Rory Sidney',
    'Bennett Campbell Fraser Graham Lavoie Martin Morin Ross Roy Stewart',
  ],
  GB: [
    'Ashley Blair Charlie Ellis Frankie Harper Leslie Rowan Sam Terry',
    'Barnes Clarke Dixon Fisher Harris Marsh Porter Shaw Turner Webb',
  ],
  IE: [
    'Ailbhe Cody Darcy Kerry Kieran Lee Rian Robin Rowan Shea',
    'Brennan Burke Byrne Doyle Dunne Farrell Kelly Nolan Quinn Walsh',
  ],
  DE: [
    'Alex Chris Dominique Kim Luca Maxime Noa Robin Sascha Toni',
    'Becker Fischer Hartmann Keller Lange Neumann Richter Vogel Weber Wolf',
  ],
  FR: [
    'Alix Camille Charlie Claude Dominique Eden Lou Maxime Noa Sacha',
    'Bernard Blanc Dubois Durand Fontaine Girard Lambert Martin Petit Roux',
  ],
  ES: [
    'Alex Andrea Cruz Dani Gael Noa Pau Reyes Trinidad Yael',
    'Castro Delgado Flores Garrido Herrera Molina Ortega Ramos Serrano Vega',
  ],
  IT: [
    'Andrea Celeste Diamante Elia Felice Fiore Gioia Luca Nicola Noa',
    'Bianchi Colombo Conti Ferrari Galli Leone Marino Ricci Romano Villa',
  ],
  NL: [
    'Anne Bo Jip Jos Luca Noa Puck Robin Sam Senna',
    'Bakker Bos Dekker Hendriks Kok Meijer Mulder Smit Visser Vos',
  ],
  JP: ['葵 蓮 陽菜 湊 結衣 樹 凛 翔 薫 千尋', '佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤'],
  KR: ['지우 서준 하윤 도현 수아 민재 유진 현우 지민 은서', '김 이 박 최 정 강 조 윤 장 임'],
  CN: ['子涵 宇航 梓萱 晨 静怡 思远 文 雨桐 嘉 明轩', '王 李 张 刘 陈 杨 赵 黄 周 吴'],
  TW: ['家豪 怡君 冠宇 雅婷 承恩 子晴 宜庭 品妍 俊傑 心怡', '陳 林 黃 張 李 王 吳 劉 蔡 楊'],
  IN: [
    'Anmol Arya Deepa Ishan Jaya Kiran Manu Nikhil Rohan Suman',
    'Bose Desai Gupta Iyer Kapoor Mehta Nair Patel Rao Sharma',
  ],
  BR: [
    'Alex Ariel Cris Dani Darci Duda Eli Gabi Juraci Noa',
    'Almeida Barbosa Cardoso Costa Lima Melo Moreira Ribeiro Rocha Souza',
  ],
  AU: [
    'Ashton Bailey Billie Charlie Darcy Jesse Kelly Lane Mackenzie Reese',
    'Burns Collins Dawson Ford Hughes Lawson Murray Ryan Walker West',
  ],
};

/** Countries that write the family name first, without a space. */
const FAMILY_FIRST: readonly HubCountry[] = ['KR', 'JP', 'CN', 'TW'];

function pick(names: string, byte: number | undefined): string {
  const all = names.split(' ');
  return all[(byte ?? 0) % all.length] ?? '';
}

/** A name that stands for nobody (S62), drawn by chance. */
export function makeName(
  country: HubCountry,
  random: Random,
): { name: string; givenName: string; familyName: string } {
  const [first, second] = random(2);
  const [given, family] = NAMES[country];
  const givenName = pick(given, first);
  const familyName = pick(family, second);
  const name = FAMILY_FIRST.includes(country) ? `${familyName}${givenName}` : `${givenName} ${familyName}`;
  return { name, givenName, familyName };
}
