/**
 * What is tried first, of those with twelve characters and more and the shorter ones that are made longer by writing them
 * twice: as `plainOf` writes them. A list of a million takes a service or a download; these are the ones that a limit on
 * tries does not hold off.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  password passwort motdepasse contrasena contraseña qwerty qwertz azerty letmein welcome willkommen bienvenue bienvenido
  admin administrator administrateur administrador superadmin iloveyou sunshine princess dragon monkey football baseball
  master shadow superman batman trustno1 secret geheim changeme default guest login access starwars pokemon whatever
  password1 password12 password123 password1234 password12345 password123456 password1234567 password12345678
  password123456789 password1234567890 passw0rd1234 passw0rd12345 passw0rd123456 passwort1234 passwort12345
  passwort123456 motdepasse123 motdepasse1234 contrasena123 contrasena1234 mypassword123 mypassword1234 yourpassword
  thisismypassword thisisapassword newpassword123 newpassword1234 changemenow changeme1234 changeme12345 changeme123456
  letmein12345 letmein123456 letmeinplease welcome12345 welcome123456 welcome1234 willkommen123 willkommen1234 welcome2024
  welcome2025 welcome2026 welcome2027 welcometoshop qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwerty123456 qwerty1234567
  qwerty12345678 qwerty123456789 qwertyqwerty qwertzuiop12 qwertzuiop123 azertyuiop12 azertyuiop123 1q2w3e4r5t6y
  1q2w3e4r5t6y7u 1qaz2wsx3edc 1qaz2wsx3edc4rfv qazwsxedcrfv zaq12wsxcde3 q1w2e3r4t5y6 asdfghjkl123 asdfghjkl1234
  zxcvbnm12345 zxcvbnm123456 abcdef123456 abcd12345678 abc123456789 abcdefg12345 a1b2c3d4e5f6 aa1234567890 a123456789012
  123456789abc 1234567890ab 123456789123 123456123456 123123123123 111111111111 112233445566 123321123321 147258369147
  147258369000 098765432109 987654321098 987654321987 1234qwerasdf 1234qwerasdfzxcv 123qweasdzxc qwe123qwe123 qweasdzxc123
  iloveyou1234 iloveyou12345 iloveyou123456 iloveyouforever iloveyousomuch sunshine1234 princess1234 football1234
  baseball1234 superman1234 trustno1trustno1 starwars1234 pokemon12345 admin1234567 admin12345678 admin123456789
  admin1234567890 administrator1 administrator12 administrator123 administrator1234 adminadmin12 adminadmin123 adminpassword
  rootrootroot root12345678 rootpassword toortoortoor testtesttest test12345678 testpassword test1234test user12345678
  useruseruser guestguestguest demodemodemo demo12345678 demopassword defaultpassword secretsecret secret123456
  secretpassword topsecret123 supersecret1 supersecret123 supersecretpassword correcthorsebatterystaple
  loginloginlogin login1234567 letmeinletmein masterpassword master123456 internet1234 computer1234 samsung12345
  liverpool1234 chelsea12345 arsenal12345 manchester12 barcelona123 realmadrid123 bayernmuenchen borussia1909 schalke04schalke
  hello1234567 hellohello12 hellohello123 helloworld12 helloworld123 goodmorning1 summer202024 summer2025summer winter2025winter
  spring2026spring autumn2026autumn november2026 december2026 january20261 shop12345678 shopshopshop shoppassword
  webshop12345 onlineshop12 onlineshop123 boutique1234 tienda123456 verkauf12345 ecommerce123 institor1234 institor12345
  institorinstitor
  `
    .trim()
    .split(/\s+/),
);
