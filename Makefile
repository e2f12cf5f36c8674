# make demo: every sample as DOCX, PDF and HTML in output/, a draft checked and repaired, next year's plan, a
# letter of invitation for every row of a workbook, all of them bound into one file; report forms for thirty
# schools, what came back of them as figures, the report checked against these; the dossier of a commendation.
# make test: the tests.   Both set the machine up first.

BIN := .venv/bin
SAMPLES = $(filter-out %/vanban.yaml,$(wildcard samples/*.md samples/*.yaml samples/*.json))
DRAFT := samples/du-thao-chua-dung.docx
PLAN := samples/ke-hoach-tuyen-truyen-2026.md
ROSTER := samples/hang-loat/danh-sach.xlsx --common samples/hang-loat/chung.yaml
NAMES := {stt:02}-{khach_moi}
FORM := samples/so-lieu/bieu-mau.yaml
SCHOOLS := samples/so-lieu/truong.xlsx
BACK := samples/so-lieu/thu-ve --form $(FORM) --units $(SCHOOLS) --figures samples/so-lieu/so-lieu-2025.sqlite \
	--common samples/so-lieu/chung.yaml
AWARDS := samples/khen-thuong/danh-sach.xlsx --common samples/khen-thuong/chung.yaml
PO := vanban/locale/en/LC_MESSAGES/vanban.po

.PHONY: demo test lint bench setup catalogues layout wheel clean pictures

demo: .venv/.run
	$(BIN)/vanban render $(SAMPLES) -o output --force -t docx -t pdf -t html
	$(BIN)/vanban check $(DRAFT) --fix --annotate --html output/kiem-tra.html -o output --force || [ $$? -eq 1 ]
	$(BIN)/vanban import $(DRAFT) -o output --force
	$(BIN)/vanban next $(PLAN) --year 2027 -o output --force
	$(BIN)/vanban diff $(PLAN) output/2027-03_KH_*.md --html output/so-sanh.html --force || [ $$? -eq 1 ]
	$(BIN)/vanban batch giay-moi $(ROSTER) -t pdf -o output/giay-moi --name "$(NAMES)"
	$(BIN)/vanban merge output/giay-moi -o output/giay-moi.pdf --force
	$(BIN)/vanban render samples/so-lieu/ke-hoach.yaml -o output --force
	$(BIN)/vanban form make $(FORM) $(SCHOOLS) -t xlsx -t docx -t pdf -o output/bieu --force
	$(BIN)/vanban form collect $(BACK) -o output/so-lieu --force
	$(BIN)/vanban check --figures output/so-lieu/so-lieu.sqlite output/2026-06-25_BC_*.docx
	$(BIN)/vanban dossier $(AWARDS) -o output/khen-thuong --force

test: .venv/.tests
	$(BIN)/pytest

lint: .venv/.tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# Speed, memory and size beside the peers, as the README quotes them; FLAGS=--quick for a short run.
bench: .venv/.bench
	$(BIN)/python -m bench.compare $(FLAGS)

setup: .venv/.tests

.venv/.run: setup.sh pyproject.toml constraints.txt
	./setup.sh run
	touch $@

.venv/.tests: setup.sh pyproject.toml constraints.txt
	./setup.sh tests
	touch $@ .venv/.run

.venv/.bench: .venv/.tests
	$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt --group bench
	touch $@

# The English catalogue: new messages of the code go in empty, ready to be translated; then it is compiled.
catalogues: .venv/.tests
	mkdir -p build
	$(BIN)/pybabel -q extract -k N_ --no-wrap --add-location=file --project=vanban -o build/vanban.pot vanban
	$(BIN)/pybabel -q update -l en -i build/vanban.pot -o $(PO) --no-wrap --no-fuzzy-matching --ignore-obsolete \
		--ignore-pot-creation-date
	$(BIN)/pybabel compile -l en -i $(PO) -o $(PO:.po=.mo) --statistics
	$(BIN)/pybabel compile -l vi -D messages -d vanban/locale

# The Word layout, from the measures of the decree.
layout: .venv/.run
	$(BIN)/python -m vanban.render.docx.build_layout

wheel: .venv/.tests
	$(BIN)/pip wheel -q --no-deps --no-build-isolation -w dist .

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# The pictures of the docs: pages of the samples, as they are now.
pictures: .venv/.tests
	$(BIN)/vanban render samples/ke-hoach-tuyen-truyen-2026.md samples/bao-cao-ket-qua.yaml \
		samples/to-trinh-khen-thuong.yaml -o build/pictures --force -t pdf >/dev/null
	pdftoppm -r 72 -gray -png -singlefile build/pictures/*_KH_*.pdf docs/pictures/ke-hoach
	pdftoppm -r 72 -gray -png -singlefile -f 5 build/pictures/*_KH_*.pdf docs/pictures/phu-luc
	pdftoppm -r 72 -gray -png -singlefile build/pictures/*_BC_*.pdf docs/pictures/bao-cao
	pdftoppm -r 72 -gray -png -singlefile build/pictures/*_TTr_*.pdf docs/pictures/to-trinh
	$(BIN)/python -m tests.faulty $(DRAFT)
	$(BIN)/vanban check $(DRAFT) --annotate --html build/pictures/kiem-tra.html -o build/pictures --force \
		>/dev/null || [ $$? -eq 1 ]
	$(BIN)/weasyprint -q build/pictures/kiem-tra.html build/pictures/kiem-tra.pdf
	pdftoppm -r 70 -png -singlefile build/pictures/kiem-tra.pdf docs/pictures/kiem-tra
	$(BIN)/vanban next $(PLAN) --year 2027 -o build/pictures/next --force >/dev/null
	$(BIN)/vanban diff $(PLAN) build/pictures/next/*.md --html build/pictures/so-sanh.html --force \
		>/dev/null || [ $$? -eq 1 ]
	$(BIN)/weasyprint -q build/pictures/so-sanh.html build/pictures/so-sanh.pdf
	pdftoppm -r 70 -png -singlefile build/pictures/so-sanh.pdf docs/pictures/so-sanh
	cp build/pictures/next/*.docx build/pictures/nam-sau.docx
	cd build/pictures && soffice --headless --convert-to \
		'pdf:writer_pdf_Export:{"ExportNotesInMargin":{"type":"boolean","value":"true"}}' \
		du-thao-chua-dung-nhan-xet.docx nam-sau.docx >/dev/null
	pdftoppm -r 80 -png -singlefile build/pictures/nam-sau.pdf docs/pictures/nam-sau
	pdftoppm -r 80 -png -singlefile build/pictures/du-thao-chua-dung-nhan-xet.pdf docs/pictures/chu-thich
	rm -rf build/pictures/giay-moi
	$(BIN)/vanban batch giay-moi $(ROSTER) -t pdf -o build/pictures/giay-moi --name "$(NAMES)" >/dev/null
	$(BIN)/weasyprint -q build/pictures/giay-moi/bao-cao-loat.html build/pictures/hang-loat.pdf
	pdftoppm -r 70 -png -singlefile build/pictures/hang-loat.pdf docs/pictures/hang-loat
	$(BIN)/vanban archive build/pictures/giay-moi -o build/pictures/ho-so --file-code 01.VHXH --force >/dev/null
	pdftoppm -r 70 -gray -png -singlefile build/pictures/ho-so/data/muc-luc.pdf docs/pictures/muc-luc
	$(BIN)/vanban form make $(FORM) $(SCHOOLS) -o build/pictures/bieu --force >/dev/null
	$(BIN)/vanban form collect $(BACK) -o build/pictures/so-lieu --force >/dev/null
	cd build/pictures && soffice --headless --convert-to pdf bieu/tuyen-truyen_TH-BM.xlsx >/dev/null
	pdftoppm -r 80 -png -singlefile build/pictures/tuyen-truyen_TH-BM.pdf docs/pictures/bieu
	$(BIN)/weasyprint -q build/pictures/so-lieu/thu-bieu.html build/pictures/thu-bieu.pdf
	pdftoppm -r 70 -png -singlefile build/pictures/thu-bieu.pdf docs/pictures/thu-bieu
	$(BIN)/vanban render samples/bao-cao-tong-hop.yaml -o build/pictures/tong-hop --force -t pdf >/dev/null
	pdftoppm -r 72 -gray -png -singlefile -f 2 build/pictures/tong-hop/*.pdf docs/pictures/tong-hop
	$(BIN)/vanban dossier $(AWARDS) -o build/pictures/khen-thuong --force -t pdf >/dev/null
	pdftoppm -r 72 -gray -png -singlefile -f 2 build/pictures/khen-thuong/02-bien-ban.pdf docs/pictures/khen-thuong
