import { foldedName } from './make-name-rules';

/** A model with its usual outer size in centimetres; mirrors, roof box and bike rack not counted. */
export interface VehicleModel {
  readonly name: string;
  readonly lengthCm: number;
  readonly heightCm: number;
}

export interface VehicleMake {
  readonly name: string;
  readonly models: readonly VehicleModel[];
}

/**
 * Makes seen on the quays of the Mediterranean: model, length, height. Rounded figures of recent generations, good
 * enough to suggest; the registration document decides, and the traveller can type any other.
 */
const TABLE = `
Adria: Twin 599 258, Coral 699 290, Matrix 697 289, Active 507 206
Alfa Romeo: Giulia 464 144, Stelvio 469 167, Tonale 453 160, Giulietta 435 147
Audi: A1 403 143, A3 435 144, A4 476 143, Q2 421 151, Q3 449 162, Q5 468 166
Bailey: Adamo 720 275, Unicorn 700 261
BMW: Série 1 432 145, Série 3 471 144, Série 5 506 152, X1 450 164, X3 475 166, X5 494 177
BMW Motorrad: R 1250 GS 221 143, F 900 XR 216 142, C 400 GT 221 144
Burstner: Lyseo 699 295, Ixeo 699 280
BYD: Dolphin 429 157, Atto 3 446 162, Seal 480 146
Carthago: C-Tourer 699 289, Chic 743 295
Challenger: 260 Graphite 599 279, 287 699 279
Chausson: 640 699 292, 724 699 292, V594 599 265
Chevrolet: Aveo 430 151, Spark 364 152, Captiva 467 173
Chrysler: Grand Voyager 522 175, Pacifica 518 178
Citroën: C3 400 147, C4 436 152, C5 Aircross 450 167, Berlingo 440 184, Jumpy 498 194, Jumper 541 252
Cupra: Formentor 445 151, Born 432 154, Leon 440 144
Dacia: Sandero 409 150, Logan 440 150, Duster 434 166, Jogger 455 163, Spring 370 152
Dethleffs: Trend 699 294, Globebus 599 276
DS: DS 3 412 153, DS 4 440 147, DS 7 460 163
Ducati: Multistrada V4 230 148, Scrambler 217 115
Fiat: 500 357 149, Panda 365 155, Tipo 437 150, Doblo 440 185, Scudo 498 194, Ducato 541 252
Ford: Fiesta 404 148, Puma 421 155, Focus 438 147, Kuga 461 168, Transit Custom 505 199, Transit 553 255
Hobby: Optima 699 282, De Luxe 720 262
Honda: Civic 455 142, Jazz 404 153, HR-V 434 158, CR-V 471 167, Africa Twin 233 140
Hymer: B-Klasse 699 296, Exsis 699 277, Free 600 599 265
Hyundai: i10 368 148, i20 407 146, i30 434 146, Kona 436 158, Tucson 451 165, Staria 525 199
Isuzu: D-Max 528 179, N-Series 600 225
Iveco: Daily 595 266
Jaguar: E-Pace 440 165, F-Pace 475 166
Jeep: Avenger 408 153, Renegade 424 167, Compass 440 163, Wrangler 433 184
Kawasaki: Versys 650 217 142, Ninja 650 206 115
Kia: Picanto 360 149, Ceed 433 145, Niro 442 157, Sportage 452 165, Sorento 481 170
Knaus: Sun Ti 699 282, Sport 725 257
Land Rover: Defender 502 197, Discovery 496 189, Range Rover Evoque 437 165
Lancia: Ypsilon 408 144
Lexus: UX 450 154, NX 466 166
MAN: TGE 599 259
Mazda: Mazda2 407 150, Mazda3 446 144, CX-30 440 154, CX-5 458 168
Mercedes-Benz: Classe A 442 144, Classe C 475 144, GLA 441 161, GLC 472 164, Vito 514 191, Sprinter 593 262
MG: MG3 411 150, MG4 429 150, ZS 443 163, HS 466 166
Mini: Cooper 388 146, Countryman 444 166
Mitsubishi: Space Star 384 150, ASX 423 157, L200 530 178
Nissan: Micra 400 146, Juke 421 159, Qashqai 443 163, X-Trail 468 172, Navara 533 180
Opel: Corsa 406 143, Astra 437 147, Mokka 415 153, Grandland 448 161, Combo 440 184, Vivaro 498 194
Peugeot: 208 406 143, 2008 430 153, 308 437 144, 3008 454 164, 5008 479 169, Rifter 440 188, Expert 498 194, Boxer 541 252
Piaggio: Beverly 216 146, Vespa GTS 198 117
Pilote: Galaxy 699 285, Van V600 599 259
Polestar: Polestar 2 461 148
Porsche: Macan 473 162, Cayenne 493 170
Rapido: 8 Series 699 289, V55 599 259
Renault: Clio 405 144, Captur 424 158, Mégane 420 151, Austral 451 162, Scénic 447 157, Kangoo 449 184, Trafic 508 197, Master 555 250
Seat: Ibiza 406 144, Leon 437 145, Arona 414 154, Ateca 438 162
Skoda: Fabia 411 146, Octavia 469 147, Kamiq 424 153, Karoq 438 160, Kodiaq 476 166
Smart: Fortwo 270 156, #1 427 164
SsangYong: Tivoli 422 161, Rexton 485 183
Subaru: XV 449 162, Forester 464 173, Outback 487 168
Suzuki: Swift 386 150, Vitara 418 160, Jimny 365 172, Burgman 400 223 135
Tesla: Model 3 472 144, Model Y 475 162
Toyota: Aygo X 370 153, Yaris 394 150, Corolla 437 144, C-HR 436 156, RAV4 460 169, Hilux 533 182, Proace 498 194
Triumph: Tiger 900 225 141
Volkswagen: Polo 407 145, Golf 428 146, T-Roc 424 157, Tiguan 454 166, Touran 453 166, Caddy 450 180, Transporter 505 195, California 490 199, Crafter 599 259
Volvo: EX30 423 156, XC40 443 165, XC60 471 166, XC90 495 177
Yamaha: Ténéré 700 237 146, Tracer 9 218 143, XMAX 220 142
`;

const MODEL = /^(.+) (\d{3}) (\d{3})$/;

/** All makes, in alphabetical order. */
export const VEHICLE_MAKES: readonly VehicleMake[] = TABLE.trim()
  .split('\n')
  .map((row) => {
    const colon = row.indexOf(': ');
    const models = row.slice(colon + 2).split(', ');
    return { name: row.slice(0, colon), models: models.map(modelOf) };
  });

function modelOf(text: string): VehicleModel {
  const match = MODEL.exec(text);
  if (!match?.[1]) throw new RangeError(`not a model with its size: ${text}`);
  return { name: match[1], lengthCm: Number(match[2]), heightCm: Number(match[3]) };
}

/** The usual size of a model, whatever the case and accents it is typed with; null when it is not in the list. */
export function usualSize(make: string, model: string): VehicleModel | null {
  const found = VEHICLE_MAKES.find((each) => foldedName(each.name) === foldedName(make));
  return found?.models.find((each) => foldedName(each.name) === foldedName(model)) ?? null;
}
