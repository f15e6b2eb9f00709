namespace Summarizer.Text;

/// <summary>The commonest short words of languages in Latin script.</summary>
internal static class LanguageWords
{
    public static IReadOnlyList<(string Language, string Words)> All { get; } =
    [
        ("en", "the of and to in that is was for it with as his he on be by at from this had not are but have they which you were her she their there been has would what will when who him one about more can said out its after also if up no into than them could all some other our so"),
        ("de", "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wenn ich wir ihr"),
        ("fr", "le de la les et des en un une du que est dans qui pour pas au sur par plus ce il ne avec se sont mais ont son cette aux être nous vous elle je sa ses comme été fait on leur ou tout même très ces aussi était deux peut bien sans après d l c qu n s"),
        ("es", "de la que el en y los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué solo han yo hay vez puede"),
        ("it", "di e il la che in un a per è del una i non con si le da sono della al dei nel alla più anche come ha ma lo gli se ci o delle dal questo nella su io essere tra dopo stato suo sua cui mi loro degli ho quando molto questa o perché anni due c l"),
        ("pt", "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus são você"),
        ("nl", "de van het een en in is dat op te zijn met voor niet die aan er om ook als dan maar bij nog uit door naar heeft ze hij worden wordt over of meer werd hebben kan tot geen deze moet wel zou ik je we haar zo was dit"),
        ("sv", "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när hon nu under också efter eller ska mot skulle sin där man alla ut vid mycket bara hade är"),
        ("da", "og i at det er en til på som med for af den de ikke der har et var jeg han fra men om sig vi så kan efter også skal blev eller hun nu over ved bliver hvor hvis havde være meget dem kun været selv mod når sin"),
        ("no", "og i det er på til som en å for av at med har de ikke den et var jeg han om fra men seg vi så kan etter også skal ble eller hun nå over ved blir hvor hvis hadde være mye dem bare vært mot når sin ikkje eg frå"),
        ("fi", "ja on ei että se oli hän mutta ovat kun myös tai kuin sen joka niin olla mukaan ole vain nyt jo mitä siitä voi jos minä ne tämä sitä sekä vielä kanssa ollut jotka sitten"),
        ("pl", "w i na się nie z do to że jest o jak za od po przez ale dla tym przy są był co czy tego oraz jego także było może już który które która przed pod być ich jej bardzo tylko sobie"),
        ("cs", "a v se na je že s z do to o i jako ve za pro k by ale od po tak jsem které který bylo byl také při podle však jeho nebo než jsou až ani už být jen mezi před této"),
        ("sk", "a v sa na je že s z do to o aj ako vo za pre k by ale od po tak som ktoré ktorý bolo bol tiež pri podľa však jeho alebo než sú až ani už byť len medzi pred tejto"),
        ("hu", "a az és hogy nem is egy ez meg de volt ha csak már mint még el azt van ki vagy fel le minden után meg lesz kell ezt aki amely szerint lehet ami nagyon ő pedig majd"),
        ("ro", "de și în a la cu o pe din care nu un să că mai pentru este au fost ce sau ca lui prin fi dar după se al sunt ai ale între cel cea acest această când foarte ei fost"),
        ("tr", "ve bir bu da de için ile çok daha olarak gibi olan en kadar ne sonra değil var her ama o diye ki ise göre yeni ya kendi büyük iki şey zaman olduğu bunu"),
        ("hr", "i u je da se na za su od s to o koji a će ne iz kao bi što do po koje samo ali biti ili nije ima koja nakon već tako te sve prema može oko"),
        ("sl", "in je v se na za da so s pa z ki ne bi ter kot tudi po iz bil od do še pri lahko bilo ali bila o kar tem zaradi med le kako vse"),
        ("et", "ja on ei et see oli ka kui mis aga ta oma seda ning või kes välja siis veel saab pärast juba mida nii ole peale tema selle"),
        ("lv", "un ir ka no ar uz par tas bet kas lai arī vai pēc tā kā tika gan nav tiek gada līdz jau"),
        ("lt", "ir kad į su yra iš buvo tai kaip bet už apie ar po jo dėl jau nuo dar tik prie taip jis metų"),
        ("id", "yang dan di untuk dengan ini dari dalam tidak pada itu adalah akan ke juga oleh karena telah sebagai bisa ada atau saat sudah kata mereka tersebut lebih dapat menjadi"),
        ("vi", "của và là các có được trong cho không với một những người này đã để khi từ đến ông về như vào ra tại năm cũng nhiều"),
        ("ca", "de la i que el en a les els amb un per una del és no al més com va l d ha s aquest també són seva pel però aquesta hi dels ser"),
        ("eo", "la de kaj en estas al ke por oni kiu ne per li ĝi mi sed el kun tiu pri kiel ankaŭ estis ili aŭ"),
        ("sq", "dhe në të një e për me që nga është si nuk ka më janë u kjo por do ishte ai do"),
    ];
}
