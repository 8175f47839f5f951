"""Makes the fixtures with programs that are not ours: LibreOffice (through UNO) and openpyxl. See README.md."""
import hashlib, os, subprocess, time
import openpyxl
import uno
from com.sun.star.beans import NamedValue, PropertyValue

HERE = os.path.dirname(os.path.abspath(__file__))
PASSWORD = "Proef-wachtwoord-1"


def insz(birth, order):
    digits = f"{birth}{order:03d}"
    base = int(("2" if birth < "250000" else "") + digits)
    return digits + f"{97 - base % 97:02d}"


NUMBERS = [insz("150309", 7), insz("010203", 123), insz("991231", 42), insz("080630", 998), insz("120115", 55)]


def value(name, data):
    found = PropertyValue()
    found.Name, found.Value = name, data
    return found


def connect():
    pipe = "fixtures"
    office = subprocess.Popen(["soffice", "--headless", "--invisible", "--norestore", f"--accept=pipe,name={pipe};urp;"])
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(100):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return office, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            time.sleep(0.3)
    raise SystemExit("LibreOffice does not answer")


def text(sheet, column, row, content):
    cell = sheet.getCellByPosition(column, row)
    cell.setString(content)


def fill(document):
    """A heading, an empty row, texts with and without punctuation, a number, a number whose leading zero is a format."""
    sheet = document.Sheets.getByIndex(0)
    sheet.Name = "Kinderen"
    text(sheet, 0, 0, "INSZ")
    text(sheet, 0, 2, NUMBERS[0])
    dotted = NUMBERS[1]
    text(sheet, 0, 3, f"{dotted[:2]}.{dotted[2:4]}.{dotted[4:6]}-{dotted[6:9]}.{dotted[9:]}")
    sheet.getCellByPosition(0, 4).setValue(float(NUMBERS[2]))
    cell = sheet.getCellByPosition(0, 5)
    cell.setValue(float(NUMBERS[3]))
    cell.NumberFormat = document.NumberFormats.addNew("00000000000", uno.createUnoStruct("com.sun.star.lang.Locale"))
    text(sheet, 0, 6, " é\u20ac😀 <&> ")
    return sheet


def encryption(password, package):
    """What the dialog for a password hands to the export filters: for .xlsx the password, for .xls a salt and the key made of both."""
    salt = bytes(range(1, 17))
    key = hashlib.md5((hashlib.md5(password.encode("utf-16-le")).digest()[:5] + salt) * 16).digest()
    parts = {"CryptoType": "StrongEncryptionDataSpace", "OOXPassword": password} if package else {"STD97EncryptionKey": uno.ByteSequence(key), "STD97UniqueID": uno.ByteSequence(salt)}
    named = []
    for name, data in parts.items():
        one = NamedValue()
        one.Name, one.Value = name, data
        named.append(one)
    return uno.Any("[]com.sun.star.beans.NamedValue", tuple(named))


def store(desktop, name, filter, password=None, change=None):
    document = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, (value("Hidden", True),))
    sheet = fill(document)
    if change:
        change(document, sheet)
    extra = (value("EncryptionData", encryption(password, filter == XLSX)),) if password else ()
    document.storeToURL(f"file://{HERE}/{name}", (value("FilterName", filter),) + extra)
    document.close(True)


def formula(document, sheet):
    sheet.getCellByPosition(0, 7).setFormula("=1+1")


def second(document, sheet):
    document.Sheets.insertNewByName("Tweede", 1)
    text(document.Sheets.getByIndex(1), 0, 0, "ook iets")


def hidden(document, sheet):
    second(document, sheet)
    document.Sheets.getByIndex(1).IsVisible = False


def hidden_row(document, sheet):
    sheet.Rows.getByIndex(3).IsVisible = False


def hidden_column(document, sheet):
    sheet.Columns.getByIndex(0).IsVisible = False


def column_b(document, sheet):
    text(sheet, 1, 3, "ja")


def merged(document, sheet):
    sheet.getCellRangeByName("A3:A4").merge(True)


def note(document, sheet):
    sheet.Annotations.insertNew(sheet.getCellByPosition(0, 2).CellAddress, "een opmerking")


XLSX, XLS = "Calc MS Excel 2007 XML", "MS Excel 97"


def main():
    office, desktop = connect()
    try:
        documents(desktop)
    finally:
        desktop.terminate()
        office.wait(30)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Kinderen"
    for number in NUMBERS:
        sheet.append([number])
    sheet["A6"] = float(NUMBERS[2])
    book.create_sheet("Leeg").sheet_state = "hidden"
    book.save(f"{HERE}/openpyxl.xlsx")


def documents(desktop):
    for extension, filter in (("xlsx", XLSX), ("xls", XLS)):
        store(desktop, f"libreoffice.{extension}", filter)
        store(desktop, f"libreoffice-protected.{extension}", filter, PASSWORD)
        for change in (formula, second, hidden, hidden_row, hidden_column, column_b, merged, note):
            store(desktop, f"{change.__name__.replace('_', '-')}.{extension}", filter, change=change)
    store(desktop, "libreoffice.ods", "calc8")


main()
